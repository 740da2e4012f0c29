-- A visit that a company offers to young people or to their advisers.
CREATE TABLE visit (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL CHECK (length(organisation) BETWEEN 1 AND 200),
    sector TEXT NOT NULL CHECK (length(sector) BETWEEN 1 AND 200),
    commune TEXT NOT NULL CHECK (length(commune) BETWEEN 1 AND 100),
    visited_on TEXT NOT NULL,
    seats INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 500),
    added_at TEXT NOT NULL
) STRICT;
