-- Most notes are written before any is gathered: those under no heading need no place in this index.
DROP INDEX note_by_heading;
CREATE INDEX note_by_heading ON note (heading, position) WHERE heading IS NOT NULL;
