CREATE TABLE journal (
    position INTEGER PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    operation TEXT NOT NULL,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    UNIQUE (site, version)
) STRICT;
CREATE INDEX journal_operations ON journal (site, operation, version);
CREATE TABLE snapshots (
    site TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    shape TEXT NOT NULL,
    state TEXT NOT NULL
) STRICT;
