-- An aid or scheme that helps young people to move, with the date when somebody must check that it still exists.
CREATE TABLE scheme (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
    check_again_on TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT;
