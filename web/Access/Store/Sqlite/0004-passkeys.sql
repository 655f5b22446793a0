-- People's passkeys. The data, as JSON, holds the public key and the name that its owner gave it.
CREATE TABLE account_passkeys (
    credential_id BLOB NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES accounts (id),
    data TEXT NOT NULL,
    last_used INTEGER
) STRICT;
CREATE INDEX account_passkeys_accounts ON account_passkeys (user_id);
