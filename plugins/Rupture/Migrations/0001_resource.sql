-- An organisation that helps young people who broke away: what it brings, how to reach it. Never a person.
CREATE TABLE resource (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL CHECK (length(organisation) BETWEEN 1 AND 200),
    field TEXT NOT NULL CHECK (field IN ('health', 'mental-health', 'housing', 'justice', 'addiction', 'rights', 'other')),
    departement TEXT NOT NULL,
    help TEXT NOT NULL CHECK (length(help) BETWEEN 1 AND 500),
    contact TEXT NOT NULL CHECK (length(contact) BETWEEN 1 AND 200),
    added_at TEXT NOT NULL
) STRICT;
