-- How many diagnostics told what: sums alone, no row is a person's. « question » is a question of the guide, or « departement »; « told » is a
-- situation or a département, empty for none of those that are counted. Every diagnostic adds one to one row of each question. Readers
-- see « shown », which is brought up to « counted » when five more have been counted.
CREATE TABLE diagnosis_count (
    question TEXT NOT NULL,
    told TEXT NOT NULL,
    counted INTEGER NOT NULL,
    shown INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (question, told)
) STRICT, WITHOUT ROWID;

-- What was counted already: a name made from a random number that is kept nowhere here. No rowid, since the order of rows would tell
-- when each came.
CREATE TABLE diagnosis_mark (
    mark TEXT PRIMARY KEY
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
