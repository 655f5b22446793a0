CREATE TABLE wards (name text PRIMARY KEY);
INSERT INTO wards SELECT name FROM no_such_table;
