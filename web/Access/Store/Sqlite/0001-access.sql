-- Who may see and do what: the tables of AccessContext, for SQLite.

-- People who sign in.
CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    user_name TEXT,
    normalized_user_name TEXT UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    email TEXT,
    normalized_email TEXT,
    email_confirmed INTEGER NOT NULL,
    password_hash TEXT,
    security_stamp TEXT,
    concurrency_stamp TEXT,
    phone_number TEXT,
    phone_number_confirmed INTEGER NOT NULL,
    two_factor_enabled INTEGER NOT NULL,
    lockout_end INTEGER,
    lockout_enabled INTEGER NOT NULL,
    access_failed_count INTEGER NOT NULL,
    is_demonstration INTEGER NOT NULL,
    created INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    closed INTEGER,
    last_sign_in INTEGER
) STRICT;

CREATE TABLE account_claims (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id TEXT NOT NULL REFERENCES accounts (id),
    claim_type TEXT,
    claim_value TEXT
) STRICT;

CREATE TABLE account_logins (
    login_provider TEXT NOT NULL,
    provider_key TEXT NOT NULL,
    provider_display_name TEXT,
    user_id TEXT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (login_provider, provider_key)
) STRICT;
CREATE INDEX account_logins_accounts ON account_logins (user_id);

CREATE TABLE account_tokens (
    user_id TEXT NOT NULL REFERENCES accounts (id),
    login_provider TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT,
    PRIMARY KEY (user_id, login_provider, name)
) STRICT;

-- Who has which role, and where. The owner is an account or a key.
CREATE TABLE grants (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    owner TEXT NOT NULL,
    role TEXT NOT NULL,
    scope TEXT NOT NULL,
    from_sign_on INTEGER NOT NULL,
    given INTEGER NOT NULL,
    given_by TEXT NOT NULL,
    UNIQUE (owner, role, scope, from_sign_on)
) STRICT;

CREATE TABLE api_keys (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    secret_hash TEXT NOT NULL,
    created INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    expires INTEGER NOT NULL,
    revoked INTEGER,
    last_used INTEGER,
    last_address TEXT
) STRICT;

CREATE TABLE wallboard_links (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    locality TEXT NOT NULL,
    created INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    revoked INTEGER,
    last_used INTEGER
) STRICT;

-- Who saw or did what. Rows are added and never changed.
CREATE TABLE access_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    act TEXT NOT NULL,
    about TEXT,
    stay TEXT,
    operation TEXT,
    address TEXT,
    note TEXT
) STRICT;
CREATE INDEX access_log_times ON access_log (at);
CREATE INDEX access_log_operations ON access_log (operation) WHERE operation IS NOT NULL;

-- A locality's policy from an instant on; a later one is another row.
CREATE TABLE locality_policies (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    locality TEXT NOT NULL,
    policy TEXT NOT NULL,
    effective_from INTEGER NOT NULL,
    given INTEGER NOT NULL,
    given_by TEXT NOT NULL
) STRICT;
