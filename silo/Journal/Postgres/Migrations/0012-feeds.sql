-- What hospitals' own systems said, as a log for each hospital: no name, birth date, patient's number or address.
CREATE TABLE feeds (
    hospital text COLLATE "C" PRIMARY KEY,
    last bigint NOT NULL,
    settled bigint NOT NULL
);

CREATE TABLE feed_entries (
    hospital text COLLATE "C" NOT NULL,
    number bigint NOT NULL,
    entry text NOT NULL,
    PRIMARY KEY (hospital, number)
);
