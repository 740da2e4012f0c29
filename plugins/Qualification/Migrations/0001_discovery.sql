-- A chance to see a training from near: a workshop visit, an immersion, an open day.
CREATE TABLE discovery (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL CHECK (length(organisation) BETWEEN 1 AND 200),
    trade TEXT NOT NULL CHECK (length(trade) BETWEEN 1 AND 200),
    kind TEXT NOT NULL CHECK (kind IN ('technical-visit', 'immersion', 'open-day')),
    commune TEXT NOT NULL CHECK (length(commune) BETWEEN 1 AND 100),
    held_on TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT;
