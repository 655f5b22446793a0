-- Which of these files the database has.
CREATE TABLE journal_migrations (
    step int PRIMARY KEY,
    file text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);

-- The journal: every event of every site, in the order of the commits.
CREATE TABLE journal (
    position bigint PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    at timestamptz NOT NULL,
    by text NOT NULL,
    operation text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    -- json and not jsonb: the text stays as it was written, to the letter.
    data json NOT NULL,
    UNIQUE (site, version)
);

CREATE INDEX journal_operations ON journal (site, operation) INCLUDE (version);

CREATE TABLE snapshots (
    site text COLLATE "C" PRIMARY KEY,
    version bigint NOT NULL,
    shape text NOT NULL,
    state text NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The journal is append-only: an entry is never changed or deleted.' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER journal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Records a batch of appends, at most one a site, and answers how each ended: 0 appended, 1 conflict, 2 repeated.
--
-- Appends of all processes take turns by a lock that is held until the commit: so positions are 1, 2, 3 … in the
-- order of the commits, and a reader who has seen one has seen all before it. The batch is one statement: no process
-- holds the lock while it is waited for over the network, so one that is frozen or cut off stops nobody.
CREATE FUNCTION append_to_journal(
    sites text[], expected bigint[], times timestamptz[], authors text[], operations text[],
    event_appends bigint[], event_types text[], event_data text[])
RETURNS TABLE (append bigint, status int, last_version bigint, last_position bigint)
LANGUAGE plpgsql AS $$
DECLARE
    head bigint;
    newest bigint;
BEGIN
    PERFORM pg_advisory_xact_lock('journal'::regclass::oid::bigint);
    SELECT coalesce(max(position), 0) INTO head FROM journal;

    RETURN QUERY
    WITH asked AS MATERIALIZED (
        SELECT a.*,
            coalesce((SELECT max(j.version) FROM journal j WHERE j.site = a.site), 0) AS last,
            (SELECT max(j.version) FROM journal j WHERE j.site = a.site AND j.operation = a.operation) AS repeated
        FROM unnest(sites, expected, times, authors, operations) WITH ORDINALITY AS a(site, expected, at, by, operation, number)
    ), happened AS (
        SELECT e.*, row_number() OVER (PARTITION BY e.append ORDER BY e.number) AS step
        FROM unnest(event_appends, event_types, event_data) WITH ORDINALITY AS e(append, type, data, number)
    ), recorded AS (
        INSERT INTO journal AS j (position, site, version, at, by, operation, type, data)
        SELECT head + row_number() OVER (ORDER BY h.number), a.site, a.last + h.step, a.at, a.by, a.operation, h.type, h.data::json
        FROM happened h JOIN asked a ON a.number = h.append
        WHERE a.repeated IS NULL AND a.last = a.expected
        RETURNING j.site, j.version, j.position
    ), ends AS (
        SELECT r.site, max(r.version) AS version, max(r.position) AS position FROM recorded r GROUP BY r.site
    )
    SELECT a.number,
        CASE WHEN ends.site IS NOT NULL THEN 0 WHEN a.repeated IS NOT NULL THEN 2 ELSE 1 END,
        coalesce(ends.version, a.repeated, a.last),
        coalesce(ends.position, 0)
    FROM asked a LEFT JOIN ends ON ends.site = a.site
    ORDER BY a.number;

    SELECT coalesce(max(position), 0) INTO newest FROM journal;
    IF newest > head THEN
        PERFORM pg_notify('journal', newest::text);
    END IF;
END
$$;
