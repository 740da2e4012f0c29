-- Whether anyone may read the seminar; before, only its team. The sample always was readable.
ALTER TABLE seminar ADD COLUMN is_published INTEGER NOT NULL DEFAULT 0 CHECK (is_published IN (0, 1));
UPDATE seminar SET is_published = is_sample;
