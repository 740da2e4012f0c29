-- A meeting between the partners of a territory.
CREATE TABLE meeting (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    kind TEXT NOT NULL CHECK (kind IN ('afterwork', 'breakfast', 'technical', 'steering', 'seminar')),
    territory TEXT NOT NULL CHECK (length(territory) BETWEEN 1 AND 150),
    held_on TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT;
