-- What hospitals' own systems said, as a log for each hospital: no name, birth date, patient's number or address.
CREATE TABLE feeds (
    hospital TEXT PRIMARY KEY,
    last INTEGER NOT NULL,
    settled INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE feed_entries (
    hospital TEXT NOT NULL,
    number INTEGER NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (hospital, number)
) WITHOUT ROWID;
