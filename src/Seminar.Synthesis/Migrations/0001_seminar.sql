-- One seminar a data folder. Its document is kept whole, in the seed format: it is read and replaced as one thing.
CREATE TABLE seminar (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    document TEXT NOT NULL,
    is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1)),
    replaced_at TEXT NOT NULL
) STRICT;
