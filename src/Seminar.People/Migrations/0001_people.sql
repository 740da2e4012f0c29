-- Everyone who registered, whatever their workshop. The personal data of a seminar lies in this database and in no
-- other, so that it can be exported, anonymised and erased in one place. Workshops are named by the key of their theme.

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE CHECK (number > 0),   -- printed on the badge
    family TEXT NOT NULL CHECK (family IN ('mission-locale', 'partenaire', 'jeune')),
    first_name TEXT NOT NULL,                            -- or a pseudonym; empty once anonymised
    last_name TEXT NOT NULL CHECK (family <> 'jeune' OR last_name = ''),
    organisation TEXT NOT NULL,
    position TEXT NOT NULL,
    departement TEXT,
    email TEXT,
    is_witness INTEGER NOT NULL DEFAULT 0 CHECK (is_witness IN (0, 1)),
    workshop TEXT,                                       -- where they have a seat; NULL: waiting for one
    waiting_since TEXT,                                  -- when the seat meant for them was already taken
    source TEXT NOT NULL CHECK (source IN ('form', 'import', 'door')),
    badge_version INTEGER NOT NULL DEFAULT 1,            -- raised to revoke the codes printed so far
    registered_at TEXT NOT NULL,
    cancelled_at TEXT,
    anonymised_at TEXT
) STRICT;

CREATE INDEX person_by_workshop ON person (workshop);

CREATE TABLE wish (
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    rank INTEGER NOT NULL CHECK (rank > 0),
    workshop TEXT NOT NULL,
    PRIMARY KEY (person, rank),
    UNIQUE (person, workshop)
) STRICT;

-- A workshop without a row takes everyone.
CREATE TABLE capacity (
    workshop TEXT PRIMARY KEY,
    seats INTEGER NOT NULL CHECK (seats >= 0)
) STRICT;

CREATE TABLE arrival (
    person TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    arrived_at TEXT NOT NULL,
    left_at TEXT
) STRICT;

-- What the door's devices sent, by the identifier that each gave it: sending one twice has one effect. A person's arrival is
-- what their operations say in the order of their times, in whatever order they came in.
CREATE TABLE arrival_operation (
    operation TEXT PRIMARY KEY,
    person TEXT REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('arrived', 'left', 'undone')),
    at TEXT NOT NULL,
    refusal TEXT
) STRICT;

CREATE INDEX arrival_operation_by_person ON arrival_operation (person);

-- Added to the people counted at the door; never in place of them.
CREATE TABLE attendance_correction (
    id TEXT PRIMARY KEY,
    workshop TEXT NOT NULL,
    family TEXT NOT NULL CHECK (family IN ('mission-locale', 'partenaire', 'jeune')),
    people INTEGER NOT NULL CHECK (people <> 0),
    reason TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;

-- The groups of a workshop, round after round.
CREATE TABLE round (
    workshop TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    seed INTEGER NOT NULL,
    composed_at TEXT NOT NULL,
    PRIMARY KEY (workshop, number)
) STRICT;

CREATE TABLE seat (
    workshop TEXT NOT NULL,
    round INTEGER NOT NULL,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    group_number INTEGER NOT NULL CHECK (group_number > 0),
    is_locked INTEGER NOT NULL DEFAULT 0 CHECK (is_locked IN (0, 1)),
    PRIMARY KEY (workshop, round, person),
    FOREIGN KEY (workshop, round) REFERENCES round (workshop, number) ON DELETE CASCADE
) STRICT;

-- The shared tablets of a workshop: the number its codes begin with, and the version, raised to revoke them.
CREATE TABLE tablet_code (
    number INTEGER PRIMARY KEY,
    workshop TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- What a badge's code, or a group's on a shared tablet, opened.
CREATE TABLE participant_session (
    id TEXT PRIMARY KEY,
    person TEXT REFERENCES person (id) ON DELETE CASCADE,
    workshop TEXT NOT NULL,
    group_number INTEGER,
    code_version INTEGER NOT NULL,                       -- of the badge or tablet; another one since then ends the session
    opened_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    revoked_at TEXT,
    CHECK ((person IS NULL) <> (group_number IS NULL))
) STRICT;

CREATE INDEX participant_session_by_person ON participant_session (person);

-- Consent to being quoted or pictured. A quote is known by its theme and its words.
CREATE TABLE consent (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('quote', 'picture')),
    person TEXT REFERENCES person (id) ON DELETE SET NULL,
    theme TEXT,
    speaker TEXT,
    words TEXT,                                          -- gone once withdrawn
    how TEXT NOT NULL,
    given_at TEXT NOT NULL,
    withdrawn_at TEXT
) STRICT;

-- A roster that was sent but not confirmed yet: nothing of it is registered.
CREATE TABLE roster_draft (
    id TEXT PRIMARY KEY,
    file_name TEXT NOT NULL,
    rows TEXT NOT NULL,
    sent_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    registration_is_open INTEGER NOT NULL DEFAULT 0 CHECK (registration_is_open IN (0, 1)),
    day TEXT,                                            -- of the seminar, yyyy-MM-dd
    seats_given_at TEXT,                                 -- when wishes were first turned into seats
    retention_months INTEGER NOT NULL DEFAULT 12 CHECK (retention_months BETWEEN 1 AND 36),
    codes_key BLOB NOT NULL                              -- 256 random bits, from which the badges' codes are derived
) STRICT;
