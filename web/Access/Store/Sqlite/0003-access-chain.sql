-- A hash of each line of the access log from here on, and the chain of hashes over them: whatever is changed or taken out is missed.
ALTER TABLE access_log ADD COLUMN digest BLOB;

CREATE TABLE access_log_chain (
    position INTEGER NOT NULL PRIMARY KEY,
    line INTEGER NOT NULL UNIQUE,
    line_at INTEGER NOT NULL,
    digest BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;

-- The lines of before have no hash: this is where the chain begins.
INSERT INTO access_log_chain (position, line, line_at, digest, hash)
    SELECT 0, coalesce(max(id), 0), unixepoch() * 1000, x'', x'' FROM access_log;

CREATE TRIGGER access_log_chain_is_never_changed BEFORE UPDATE ON access_log_chain
BEGIN
    SELECT RAISE(ABORT, 'The access log is append-only: its chain is never changed.');
END;
CREATE TRIGGER access_log_chain_is_never_deleted BEFORE DELETE ON access_log_chain
BEGIN
    SELECT RAISE(ABORT, 'The access log is append-only: lines are cut by the command cut-access-log.');
END;
