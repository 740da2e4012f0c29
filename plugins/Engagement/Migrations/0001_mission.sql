-- A mission that an organisation offers to young people.
CREATE TABLE mission (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    kind TEXT NOT NULL CHECK (kind IN ('civic-service', 'volunteering', 'solidarity-corps')),
    organisation TEXT NOT NULL CHECK (length(organisation) BETWEEN 1 AND 200),
    departement TEXT NOT NULL,
    weeks INTEGER NOT NULL CHECK (weeks BETWEEN 1 AND 52),
    open_to_minors INTEGER NOT NULL CHECK (open_to_minors IN (0, 1)),
    added_at TEXT NOT NULL
) STRICT;
