-- A meeting in the calendar: times are local (Europe/Paris). « sequence » goes up with each change: calendars learn of it, and a form
-- drawn before it is refused. The other tables have theirs for the forms alone.
ALTER TABLE meeting ADD COLUMN starts_at TEXT;
ALTER TABLE meeting ADD COLUMN ends_at TEXT;
ALTER TABLE meeting ADD COLUMN place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200);
ALTER TABLE meeting ADD COLUMN is_cancelled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN changed_at TEXT;

CREATE TABLE agenda_item (
    id TEXT PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meeting (id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    minutes TEXT NOT NULL DEFAULT '' CHECK (length(minutes) <= 5000),
    sequence INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A decision is an action: who does it (a function, never a name), by when.
CREATE TABLE decision (
    id TEXT PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meeting (id),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
    owner TEXT NOT NULL CHECK (length(owner) BETWEEN 1 AND 100),
    due_on TEXT NOT NULL,
    done_on TEXT,
    sequence INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE document (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 100),
    territory TEXT NOT NULL CHECK (length(territory) BETWEEN 1 AND 150),
    sequence INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Every version stays, with its own date; the last one is the document. « kind » was read from the content, never from the name.
CREATE TABLE document_version (
    document TEXT NOT NULL REFERENCES document (id),
    version INTEGER NOT NULL,
    dated_on TEXT NOT NULL,
    file_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    content BLOB NOT NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY (document, version)
) STRICT;

CREATE VIRTUAL TABLE document_words USING fts5 (title, words, tokenize='unicode61 remove_diacritics 2');

-- Whoever has the code of the team's calendar reads it, before the seminar is published too.
CREATE TABLE calendar_code (code TEXT PRIMARY KEY) STRICT;
INSERT INTO calendar_code (code) VALUES (lower(hex(randomblob(20))));
