-- Below fifteen, two people or more agree, each for themselves: the young person, and whoever has parental authority. No name is kept.
CREATE TABLE minor_consent (
    person TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    parents TEXT NOT NULL CHECK (parents IN ('both', 'only-one', 'guardian')),
    given_at TEXT NOT NULL
) STRICT;
