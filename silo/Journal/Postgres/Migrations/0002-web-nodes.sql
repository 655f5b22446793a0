-- What web nodes share besides the journal. None of it is a record: if it is lost, people reload a page or upload again.

-- The keys that protect the pages' forms, so that every node accepts a form that any node served.
CREATE TABLE web_keys (
    name text COLLATE "C" PRIMARY KEY,
    xml text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);

-- Uploaded files that are not yet confirmed.
CREATE TABLE pending_uploads (
    id text COLLATE "C" PRIMARY KEY,
    file_name text NOT NULL,
    content bytea NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);
