-- What web nodes share besides the journal. None of it is a record: lost, people load a page anew or upload again.

-- The keys that protect the pages' forms: one that was served by any node is taken by every other.
CREATE TABLE web_keys (
    name text COLLATE "C" PRIMARY KEY,
    xml text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);

-- Files that were uploaded and not yet confirmed.
CREATE TABLE pending_uploads (
    id text COLLATE "C" PRIMARY KEY,
    file_name text NOT NULL,
    content bytea NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);
