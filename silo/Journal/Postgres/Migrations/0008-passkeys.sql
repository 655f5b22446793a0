-- People's passkeys. The data holds the public key and the name that its owner gave it.
CREATE TABLE account_passkeys (
    credential_id bytea PRIMARY KEY,
    user_id text COLLATE "C" NOT NULL REFERENCES accounts (id),
    data jsonb NOT NULL,
    last_used timestamptz
);
CREATE INDEX account_passkeys_accounts ON account_passkeys (user_id);
