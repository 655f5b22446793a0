-- Which of these files the database has. One from before this table has the first and runs it again, which changes nothing.
CREATE TABLE cluster_migrations (
    step int PRIMARY KEY,
    file text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);
