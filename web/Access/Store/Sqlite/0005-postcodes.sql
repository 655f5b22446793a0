-- Where postcodes are: what was kept of the last directory that was imported.
CREATE TABLE postcode_directories (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file_name TEXT NOT NULL,
    counts TEXT NOT NULL,
    content BLOB NOT NULL,
    since INTEGER NOT NULL,
    imported INTEGER NOT NULL,
    imported_by TEXT NOT NULL
) STRICT;
