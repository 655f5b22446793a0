-- Whether this is a board of somebody's own or a demonstration: chosen at its first start, and never changed.
CREATE TABLE board_kind (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    is_demonstration INTEGER NOT NULL,
    chosen INTEGER NOT NULL
) STRICT;

-- What somebody may not do unseen: an administrator's help to themselves, and what lets them in as somebody else.
CREATE TABLE notices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    act TEXT NOT NULL,
    who TEXT NOT NULL,
    about TEXT NOT NULL,
    owner TEXT NOT NULL,
    note TEXT,
    read_by_owner INTEGER,
    read_by_administrator INTEGER,
    administrator TEXT
) STRICT;
CREATE INDEX notices_unread_by_owner ON notices (owner) WHERE read_by_owner IS NULL;
CREATE INDEX notices_unread_by_administrator ON notices (at) WHERE read_by_administrator IS NULL;

-- The access log is append-only. The command cut-access-log takes the second away for as long as its transaction lasts.
CREATE TRIGGER access_log_is_never_changed BEFORE UPDATE ON access_log
BEGIN
    SELECT RAISE(ABORT, 'The access log is append-only: a line is never changed.');
END;
CREATE TRIGGER access_log_is_never_deleted BEFORE DELETE ON access_log
BEGIN
    SELECT RAISE(ABORT, 'The access log is append-only: lines are cut by the command cut-access-log.');
END;
