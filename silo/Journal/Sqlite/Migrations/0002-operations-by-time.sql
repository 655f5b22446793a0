-- An operation's id mostly begins with its time. Led by it, a batch's new entries stand side by side in one or two
-- pages of the index; led by the site, each was in a page of its own, and every page that changes is written whole.
DROP INDEX journal_operations;
CREATE INDEX journal_operations ON journal (operation, site, version);
