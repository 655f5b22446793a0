-- The first entry of each site: sites are listed without reading the journal.
CREATE INDEX journal_sites ON journal (site, at) WHERE version = 1;

-- Many snapshots of each site, in place of only its last.
DROP TABLE snapshots;
CREATE TABLE site_states (
    site TEXT NOT NULL,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    at INTEGER NOT NULL,
    shape INTEGER NOT NULL,
    kind TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (site, version)
) STRICT;

-- The last snapshot before a point is found in the index alone: the table has only one or two rows in a page.
CREATE INDEX site_states_points ON site_states (site, shape, version, position, at);

-- The last column is the largest, so that the others are read without it. The homes are written |a|b|.
CREATE TABLE fact_segments (
    locality TEXT NOT NULL,
    shape INTEGER NOT NULL,
    after_position INTEGER NOT NULL,
    last_position INTEGER NOT NULL,
    homes TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (locality, shape, after_position)
) STRICT;
