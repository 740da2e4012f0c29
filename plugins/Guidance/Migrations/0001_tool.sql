-- An application or web site that helps to build a professional project.
CREATE TABLE tool (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    purpose TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 300),
    address TEXT NOT NULL CHECK (address LIKE 'https://%'),
    free INTEGER NOT NULL CHECK (free IN (0, 1)),
    added_at TEXT NOT NULL
) STRICT;
