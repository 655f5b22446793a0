CREATE TABLE homes (name text PRIMARY KEY);
