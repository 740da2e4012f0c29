-- An open day of sport or culture, to which a young person brings a friend.
CREATE TABLE open_day (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    kind TEXT NOT NULL CHECK (kind IN ('sport', 'culture', 'both')),
    commune TEXT NOT NULL CHECK (length(commune) BETWEEN 1 AND 100),
    held_on TEXT NOT NULL,
    seats INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 5000),
    added_at TEXT NOT NULL
) STRICT;
