-- A theme's database holds one workshop. Orders are meaningful: every list keeps its position, from 1.
-- Identifiers are UUID v7; notes have theirs because the live board will speak of them one by one.

CREATE TABLE workshop (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    theme TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    title TEXT NOT NULL,
    room TEXT,
    floor TEXT,
    context TEXT NOT NULL,
    youths INTEGER NOT NULL CHECK (youths >= 0),
    partners INTEGER NOT NULL CHECK (partners >= 0),
    missions_locales INTEGER NOT NULL CHECK (missions_locales >= 0),
    reported_total INTEGER NOT NULL CHECK (reported_total >= 0),
    loaded_at TEXT NOT NULL,
    CHECK (room IS NOT NULL OR floor IS NULL)
) STRICT;

CREATE TABLE question (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    text TEXT NOT NULL
) STRICT;

-- The team and the witnesses; no personal name is stored anywhere.
CREATE TABLE person (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'co-facilitator', 'rapporteur', 'deputy', 'witness')),
    family TEXT CHECK (family IN ('mission-locale', 'partner', 'youth')),
    occupation TEXT,
    organisation TEXT NOT NULL,
    departement TEXT,
    CHECK ((role = 'witness') = (family IS NOT NULL))
) STRICT;

-- A column that was opened, even if it holds nothing yet.
CREATE TABLE board_column (
    name TEXT PRIMARY KEY CHECK (name IN ('success', 'strength', 'brake', 'obstacle')),
    position INTEGER NOT NULL UNIQUE
) STRICT;

CREATE TABLE heading (
    id TEXT PRIMARY KEY,
    board_column TEXT NOT NULL REFERENCES board_column (name),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    intro TEXT,
    UNIQUE (board_column, position)
) STRICT;

CREATE TABLE note (
    id TEXT PRIMARY KEY,
    heading TEXT NOT NULL REFERENCES heading (id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
    UNIQUE (heading, position)
) STRICT;

CREATE TABLE axis (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    title TEXT NOT NULL
) STRICT;

CREATE TABLE proposal (
    id TEXT PRIMARY KEY,
    axis TEXT NOT NULL REFERENCES axis (id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (axis, position)
) STRICT;

CREATE TABLE quote (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    speaker TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
