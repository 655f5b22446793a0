-- The first entry of each site: sites are listed without reading the journal.
CREATE INDEX journal_sites ON journal (site) INCLUDE (at) WHERE version = 1;

-- Many snapshots of each site. The table snapshots, with only the last of each, stays for nodes of the version before, which read
-- and write it while nodes are replaced one by one.
CREATE TABLE site_states (
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    position bigint NOT NULL,
    at timestamptz NOT NULL,
    shape int NOT NULL,
    kind text COLLATE "C" NOT NULL,
    data bytea NOT NULL,
    PRIMARY KEY (site, version)
);

-- The last snapshot before a point is found in the index, without reading those after it.
CREATE INDEX site_states_points ON site_states (site, shape, version, position, at);

-- What reports keep of each locality's entries. The homes are written |a|b|.
CREATE TABLE fact_segments (
    locality text COLLATE "C" NOT NULL,
    shape int NOT NULL,
    after_position bigint NOT NULL,
    last_position bigint NOT NULL,
    homes text COLLATE "C" NOT NULL,
    data bytea NOT NULL,
    PRIMARY KEY (locality, shape, after_position)
);
