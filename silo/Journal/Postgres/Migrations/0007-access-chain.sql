-- A hash of each line of the access log from here on, and the chain of hashes over them: whatever is changed or taken out is missed.
-- Nodes of the version before write lines without one.
ALTER TABLE access_log ADD COLUMN digest bytea;

CREATE TABLE access_log_chain (
    position bigint PRIMARY KEY,
    line bigint NOT NULL UNIQUE,
    line_at timestamptz NOT NULL,
    digest bytea NOT NULL,
    hash bytea NOT NULL
);

-- The lines of before have no hash: this is where the chain begins.
INSERT INTO access_log_chain (position, line, line_at, digest, hash)
    SELECT 0, coalesce(max(id), 0), now(), ''::bytea, ''::bytea FROM access_log;

CREATE TRIGGER access_log_chain_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log_chain
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_access_log();
