-- By whom and what an operation was, so that its id stands for nothing else; and the chain of hashes over all entries from
-- here on.
ALTER TABLE journal ADD COLUMN fingerprint TEXT;
ALTER TABLE journal ADD COLUMN hash BLOB;
