-- The last number that was given. One that was printed on a badge is never given again, even when whoever had it is erased.
CREATE TABLE given_number (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    last INTEGER NOT NULL CHECK (last >= 0)
) STRICT;
INSERT INTO given_number (only_one, last) SELECT 1, COALESCE(MAX(number), 0) FROM person;
