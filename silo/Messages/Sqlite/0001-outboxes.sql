-- What each recipient of messages was sent, as JSON. It holds no address and no text.
CREATE TABLE outboxes (
    recipient TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    state TEXT NOT NULL
) WITHOUT ROWID;
