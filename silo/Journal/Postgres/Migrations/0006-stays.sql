-- Who came to a ward or left it, by reference: what tells on which ward a person is.
CREATE INDEX journal_stays ON journal (upper(coalesce(data -> 'stay' ->> 'reference', data ->> 'stay') COLLATE "C"), position)
    WHERE type IN ('stay-admitted', 'transfer-accepted', 'discharge-cancelled', 'stay-discharged', 'admission-cancelled', 'transfer-completed');

-- Records a batch of appends as the function before it. One that brings a person to a ward is recorded only where no other ward of
-- the hospital has them, but for the one that sends them (status 3, with the ward that has them). A batch brings nobody twice.
CREATE FUNCTION append_to_journal(
    sites text[], expected bigint[], times timestamptz[], authors text[], operations text[], fingerprints text[], arrivals text[], senders text[],
    event_appends bigint[], event_types text[], event_data text[])
RETURNS TABLE (append bigint, status int, last_version bigint, last_position bigint, recorded_fingerprint text, is_on text)
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
            before.version AS repeated, before.fingerprint AS recorded, elsewhere.site AS is_on
        FROM unnest(sites, expected, times, authors, operations, fingerprints, arrivals, senders) WITH ORDINALITY
                AS a(site, expected, at, by, operation, fingerprint, arrival, sender, number)
            LEFT JOIN LATERAL (
                SELECT j.version, j.fingerprint FROM journal j
                WHERE j.site = a.site AND j.operation = a.operation ORDER BY j.version DESC LIMIT 1) before ON true
            LEFT JOIN LATERAL (
                SELECT ward.site FROM (
                    SELECT DISTINCT ON (j.site) j.site, j.type FROM journal j
                    WHERE j.type IN ('stay-admitted', 'transfer-accepted', 'discharge-cancelled', 'stay-discharged', 'admission-cancelled', 'transfer-completed')
                        AND upper(coalesce(j.data -> 'stay' ->> 'reference', j.data ->> 'stay') COLLATE "C") = upper(a.arrival COLLATE "C")
                        AND starts_with(j.site, regexp_replace(a.site, '[^/]*$', '')) AND j.site <> a.site AND j.site IS DISTINCT FROM a.sender
                    ORDER BY j.site, j.position DESC) ward
                WHERE ward.type IN ('stay-admitted', 'transfer-accepted', 'discharge-cancelled')
                LIMIT 1) elsewhere ON a.arrival IS NOT NULL
    ), happened AS (
        SELECT e.*, row_number() OVER (PARTITION BY e.append ORDER BY e.number) AS step
        FROM unnest(event_appends, event_types, event_data) WITH ORDINALITY AS e(append, type, data, number)
    ), entries AS (
        SELECT head + row_number() OVER (ORDER BY h.number) AS position, a.site, a.last + h.step AS version, a.at, a.by, a.operation,
            h.type, h.data, a.fingerprint
        FROM happened h JOIN asked a ON a.number = h.append
        WHERE a.repeated IS NULL AND a.last = a.expected AND a.is_on IS NULL
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
        CASE WHEN ends.site IS NOT NULL THEN 0 WHEN a.repeated IS NOT NULL THEN 2
            WHEN a.last <> a.expected THEN 1 ELSE 3 END,
        coalesce(ends.version, a.repeated, a.last),
        coalesce(ends.position, 0),
        a.recorded, a.is_on
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
    sites text[], expected bigint[], times timestamptz[], authors text[], operations text[], fingerprints text[],
    event_appends bigint[], event_types text[], event_data text[])
RETURNS TABLE (append bigint, status int, last_version bigint, last_position bigint, recorded_fingerprint text)
LANGUAGE sql AS $$
    SELECT a.append, a.status, a.last_version, a.last_position, a.recorded_fingerprint
    FROM append_to_journal(
        sites, expected, times, authors, operations, fingerprints,
        array_fill(NULL::text, ARRAY[cardinality(sites)]), array_fill(NULL::text, ARRAY[cardinality(sites)]),
        event_appends, event_types, event_data) a
$$;
