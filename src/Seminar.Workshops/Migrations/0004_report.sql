-- The bilan: where it stands, what was published of it, and versions for those who write it together.

CREATE TABLE report (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    is_in_review INTEGER NOT NULL CHECK (is_in_review IN (0, 1))
) STRICT;

-- A published version stays as it was read, but for quotes whose consent is withdrawn.
CREATE TABLE report_version (
    number INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL,                           -- the last operation that it contains
    published_at TEXT NOT NULL,
    published_by TEXT NOT NULL,
    document TEXT NOT NULL
) STRICT;

ALTER TABLE workshop ADD COLUMN context_version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE workshop ADD COLUMN attendance_version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE axis ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE quote ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE quote ADD COLUMN consent TEXT;               -- how it was given; NULL: not told here
ALTER TABLE quote ADD COLUMN consented_at TEXT;

-- How a board of another tool was read, for the next one.
CREATE TABLE board_preset (
    name TEXT PRIMARY KEY,
    mapping TEXT NOT NULL
) STRICT;
