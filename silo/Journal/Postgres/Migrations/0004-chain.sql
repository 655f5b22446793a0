-- By whom and what an operation was, so that its id stands for nothing else; and the chain of hashes over all entries from
-- here on.
ALTER TABLE journal ADD COLUMN fingerprint text COLLATE "C", ADD COLUMN hash bytea;

-- The last entry, kept apart from the entries: where it is taken out, it is missed.
CREATE TABLE journal_head (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    position bigint NOT NULL,
    hash bytea
);
INSERT INTO journal_head (position) SELECT coalesce(max(position), 0) FROM journal;

-- A text in the form that hashes are taken of: its length, -1 where there is none, and its bytes.
CREATE FUNCTION journal_bytes(value text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN value IS NULL THEN int8send(-1) ELSE int8send(octet_length(value)) || convert_to(value, 'UTF8') END
$$;

CREATE FUNCTION journal_link(state bytea, before bytea, entry bytea) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT sha256(coalesce(state, before, ''::bytea) || entry)
$$;

-- The hash after several entries, each upon the one before it; the first upon what is given.
CREATE AGGREGATE journal_chain(before bytea, entry bytea) (sfunc = journal_link, stype = bytea);

-- Records a batch of appends as the function before it, bound to fingerprints; a repeated one is answered with its own.
CREATE FUNCTION append_to_journal(
    sites text[], expected bigint[], times timestamptz[], authors text[], operations text[], fingerprints text[],
    event_appends bigint[], event_types text[], event_data text[])
RETURNS TABLE (append bigint, status int, last_version bigint, last_position bigint, recorded_fingerprint text)
LANGUAGE plpgsql AS $$
DECLARE
    head bigint;
    head_hash bytea;
    newest bigint;
    newest_hash bytea;
BEGIN
    PERFORM pg_advisory_xact_lock('journal'::regclass::oid::bigint);
    SELECT j.position, j.hash INTO head, head_hash FROM journal j ORDER BY j.position DESC LIMIT 1;
    head := coalesce(head, 0);

    RETURN QUERY
    WITH asked AS MATERIALIZED (
        SELECT a.*,
            coalesce((SELECT max(j.version) FROM journal j WHERE j.site = a.site), 0) AS last,
            before.version AS repeated, before.fingerprint AS recorded
        FROM unnest(sites, expected, times, authors, operations, fingerprints) WITH ORDINALITY
                AS a(site, expected, at, by, operation, fingerprint, number)
            LEFT JOIN LATERAL (
                SELECT j.version, j.fingerprint FROM journal j
                WHERE j.site = a.site AND j.operation = a.operation ORDER BY j.version DESC LIMIT 1) before ON true
    ), happened AS (
        SELECT e.*, row_number() OVER (PARTITION BY e.append ORDER BY e.number) AS step
        FROM unnest(event_appends, event_types, event_data) WITH ORDINALITY AS e(append, type, data, number)
    ), entries AS (
        SELECT head + row_number() OVER (ORDER BY h.number) AS position, a.site, a.last + h.step AS version, a.at, a.by, a.operation,
            h.type, h.data, a.fingerprint
        FROM happened h JOIN asked a ON a.number = h.append
        WHERE a.repeated IS NULL AND a.last = a.expected
    ), recorded AS (
        INSERT INTO journal AS j (position, site, version, at, by, operation, type, data, fingerprint, hash)
        SELECT e.position, e.site, e.version, e.at, e.by, e.operation, e.type, e.data::json, e.fingerprint,
            journal_chain(head_hash,
                int8send(e.position) || journal_bytes(e.site) || int8send(e.version)
                    || int8send((extract(epoch FROM e.at) * 1000)::bigint) || journal_bytes(e.by) || journal_bytes(e.operation)
                    || journal_bytes(e.type) || journal_bytes(e.data) || journal_bytes(e.fingerprint))
                OVER (ORDER BY e.position)
        FROM entries e
        RETURNING j.site, j.version, j.position
    ), ends AS (
        SELECT r.site, max(r.version) AS version, max(r.position) AS position FROM recorded r GROUP BY r.site
    )
    SELECT a.number,
        CASE WHEN ends.site IS NOT NULL THEN 0 WHEN a.repeated IS NOT NULL THEN 2 ELSE 1 END,
        coalesce(ends.version, a.repeated, a.last),
        coalesce(ends.position, 0),
        a.recorded
    FROM asked a LEFT JOIN ends ON ends.site = a.site
    ORDER BY a.number;

    SELECT j.position, j.hash INTO newest, newest_hash FROM journal j ORDER BY j.position DESC LIMIT 1;
    IF newest > head THEN
        UPDATE journal_head SET position = newest, hash = newest_hash;
        PERFORM pg_notify('journal', newest::text);
    END IF;
END
$$;

-- Processes of the version before this one append by the function that they know.
CREATE OR REPLACE FUNCTION append_to_journal(
    sites text[], expected bigint[], times timestamptz[], authors text[], operations text[],
    event_appends bigint[], event_types text[], event_data text[])
RETURNS TABLE (append bigint, status int, last_version bigint, last_position bigint)
LANGUAGE sql AS $$
    SELECT a.append, a.status, a.last_version, a.last_position
    FROM append_to_journal(
        sites, expected, times, authors, operations, array_fill(NULL::text, ARRAY[cardinality(sites)]),
        event_appends, event_types, event_data) a
$$;
