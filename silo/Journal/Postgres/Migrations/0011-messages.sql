-- What each recipient of messages was sent, as JSON. It holds no address and no text.
CREATE TABLE outboxes (
    recipient text COLLATE "C" PRIMARY KEY,
    version bigint NOT NULL,
    state text NOT NULL
);

-- The addresses and devices that messages go to. They are deleted when their owner removes them.
CREATE TABLE message_channels (
    id text COLLATE "C" PRIMARY KEY,
    recipient text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    address text COLLATE "C" NOT NULL,
    keys text COLLATE "C",
    contact int NOT NULL,
    groups text COLLATE "C" NOT NULL,
    from_hour int NOT NULL,
    to_hour int NOT NULL,
    added timestamptz NOT NULL,
    added_by text COLLATE "C" NOT NULL,
    verified timestamptz,
    off timestamptz,
    off_because text COLLATE "C",
    UNIQUE (recipient, kind, address)
);

-- The keys with which the board proves to push services who it is.
CREATE TABLE push_keys (
    public_key text COLLATE "C" PRIMARY KEY,
    private_key text COLLATE "C" NOT NULL,
    created timestamptz NOT NULL
);
