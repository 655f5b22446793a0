-- Which of these files have been run. A database from before this table has the first, and running that again changes nothing.
CREATE TABLE cluster_migrations (
    step int PRIMARY KEY,
    file text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);
