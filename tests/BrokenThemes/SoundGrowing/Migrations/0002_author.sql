-- additive: who greets; version 1.0.0 neither reads nor writes it.
ALTER TABLE greeting ADD COLUMN author TEXT;
