-- A diagnostic, as it is counted: no answer, no commune, no day. « age » is an age group.
CREATE TABLE diagnosis (
    id TEXT PRIMARY KEY,
    month TEXT NOT NULL,
    age TEXT,
    departement TEXT
) STRICT;

CREATE TABLE diagnosis_situation (
    diagnosis TEXT NOT NULL REFERENCES diagnosis (id),
    situation TEXT NOT NULL,
    PRIMARY KEY (diagnosis, situation)
) STRICT, WITHOUT ROWID;

-- A peer who tells how it went for them: a first name, and the day when they agreed to it being shown.
CREATE TABLE ambassador (
    id TEXT PRIMARY KEY,
    first_name TEXT NOT NULL CHECK (length(first_name) BETWEEN 2 AND 30),
    words TEXT NOT NULL CHECK (length(words) BETWEEN 10 AND 1000),
    agreed_on TEXT NOT NULL
) STRICT;

-- Who checks a scheme again: a function, never a name.
ALTER TABLE scheme ADD COLUMN owner TEXT NOT NULL DEFAULT '' CHECK (length(owner) <= 100);
