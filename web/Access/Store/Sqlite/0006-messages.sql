-- The addresses and devices that messages go to. They are deleted when their owner removes them.
CREATE TABLE message_channels (
    id TEXT NOT NULL PRIMARY KEY,
    recipient TEXT NOT NULL,
    kind TEXT NOT NULL,
    address TEXT NOT NULL,
    keys TEXT,
    contact INTEGER NOT NULL,
    groups TEXT NOT NULL,
    from_hour INTEGER NOT NULL,
    to_hour INTEGER NOT NULL,
    added INTEGER NOT NULL,
    added_by TEXT NOT NULL,
    verified INTEGER,
    off INTEGER,
    off_because TEXT,
    UNIQUE (recipient, kind, address)
) STRICT;

-- The keys with which the board proves to push services who it is.
CREATE TABLE push_keys (
    public_key TEXT NOT NULL PRIMARY KEY,
    private_key TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;
