-- additive: how many notes a group wrote is asked with each note.
CREATE INDEX note_by_group ON note (group_number);
