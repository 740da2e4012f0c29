-- The live board: the same notes, headings and proposals as the workshop's document, which can now also be written one by
-- one, by many, with a log of everything that was done. SQLite can't loosen a constraint: the tables are made anew.

CREATE TABLE heading_now (
    id TEXT PRIMARY KEY,
    board_column TEXT NOT NULL REFERENCES board_column (name),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    intro TEXT,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO heading_now (id, board_column, position, title, intro) SELECT id, board_column, position, title, intro FROM heading;

CREATE TABLE note_now (
    id TEXT PRIMARY KEY,
    board_column TEXT NOT NULL REFERENCES board_column (name),
    heading TEXT REFERENCES heading_now (id),            -- NULL: not gathered yet
    position INTEGER NOT NULL,                           -- within the heading; not gathered: the order of writing
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
    group_number INTEGER,                                -- who signs; NULL: imported, or the team
    author TEXT,                                         -- session or account that wrote it, never shown
    version INTEGER NOT NULL DEFAULT 1,                  -- raised by each change of the text
    state TEXT NOT NULL DEFAULT 'shown' CHECK (state IN ('shown', 'pending', 'deleted')),
    merged_into TEXT REFERENCES note_now (id)            -- the note that says the same
) STRICT;
INSERT INTO note_now (id, board_column, heading, position, text)
SELECT n.id, h.board_column, n.heading, n.position, n.text FROM note n JOIN heading h ON h.id = n.heading;

DROP TABLE note;
DROP TABLE heading;
ALTER TABLE heading_now RENAME TO heading;
ALTER TABLE note_now RENAME TO note;
CREATE INDEX heading_by_column ON heading (board_column, position);
CREATE INDEX note_by_heading ON note (heading, position);

CREATE TABLE proposal_now (
    id TEXT PRIMARY KEY,
    axis TEXT REFERENCES axis (id),                      -- NULL: no axis yet
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    group_number INTEGER,
    author TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    state TEXT NOT NULL DEFAULT 'shown' CHECK (state IN ('shown', 'deleted'))
) STRICT;
INSERT INTO proposal_now (id, axis, position, text) SELECT id, axis, position, text FROM proposal;
DROP TABLE proposal;
ALTER TABLE proposal_now RENAME TO proposal;
CREATE INDEX proposal_by_axis ON proposal (axis, position);

-- The brakes and obstacles that a proposal answers.
CREATE TABLE proposal_answer (
    proposal TEXT NOT NULL REFERENCES proposal (id) ON DELETE CASCADE,
    note TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
    PRIMARY KEY (proposal, note)
) STRICT;

CREATE TABLE vote (
    proposal TEXT NOT NULL REFERENCES proposal (id) ON DELETE CASCADE,
    voter TEXT NOT NULL,                                 -- a group or a person, as the options say
    dots INTEGER NOT NULL CHECK (dots > 0),
    PRIMARY KEY (proposal, voter)
) STRICT;

-- The method: phases in order, as the facilitator arranged them. Empty: the usual ones.
CREATE TABLE phase (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('welcome', 'write', 'gather', 'propose', 'vote', 'restitution')),
    title TEXT NOT NULL,
    instruction TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 240)
) STRICT;

-- What was begun when: what someone writes is judged by the phase in which they sent it, however late it arrives.
CREATE TABLE phase_start (
    number INTEGER PRIMARY KEY,
    phase TEXT NOT NULL,
    kind TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ends_at TEXT NOT NULL
) STRICT;

CREATE TABLE board_option (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    hides_others INTEGER NOT NULL DEFAULT 0 CHECK (hides_others IN (0, 1)),
    moderates INTEGER NOT NULL DEFAULT 0 CHECK (moderates IN (0, 1)),
    votes_by TEXT NOT NULL DEFAULT 'group' CHECK (votes_by IN ('group', 'person')),
    vote_budget INTEGER NOT NULL DEFAULT 5 CHECK (vote_budget BETWEEN 1 AND 50)
) STRICT;

-- A group that called for help and was not answered yet.
CREATE TABLE help_call (
    group_number INTEGER PRIMARY KEY,
    called_at TEXT NOT NULL
) STRICT;

-- Everything that was done, in the one order that everyone sees.
CREATE TABLE operation (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,                             -- made by the device: sent twice, it has one effect
    content TEXT NOT NULL,                               -- SHA-256: the same identifier with another content is refused
    kind TEXT NOT NULL,
    author TEXT NOT NULL,
    group_number INTEGER,
    at TEXT NOT NULL,
    before TEXT,                                         -- what it changed, as it was: for undoing
    event TEXT NOT NULL,                                 -- what subscribers are told
    masked TEXT                                          -- what those are told who may not read it yet
) STRICT;
