-- What a person decided about a topic or an axis of the synthesis. Without a row, it is as it was found.
CREATE TABLE synthesis_subject (
    kind TEXT NOT NULL CHECK (kind IN ('topic', 'axis')),
    key TEXT NOT NULL,
    label TEXT,                                          -- NULL: as found
    state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'rejected')),
    merged_into TEXT,                                    -- key of the one that took it in
    version INTEGER NOT NULL,                            -- raised by each decision
    decided_at TEXT NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT;

-- An item that a person put in, or took out.
CREATE TABLE synthesis_placement (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    theme TEXT NOT NULL,
    item TEXT NOT NULL,
    is_in INTEGER NOT NULL CHECK (is_in IN (0, 1)),
    PRIMARY KEY (kind, key, theme, item),
    FOREIGN KEY (kind, key) REFERENCES synthesis_subject (kind, key)
) STRICT;

-- What it held when it was last decided about: what came or went since is shown. The text is kept, since a note may be gone.
CREATE TABLE synthesis_seen (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    theme TEXT NOT NULL,
    item TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (kind, key, theme, item),
    FOREIGN KEY (kind, key) REFERENCES synthesis_subject (kind, key)
) STRICT;

-- The notes and proposals behind a sentence of the written synthesis. They hang on the sentence itself: it is what is read.
CREATE TABLE sentence_evidence (
    sentence TEXT NOT NULL,
    theme TEXT NOT NULL,
    item TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,                                  -- as it was cited
    PRIMARY KEY (sentence, theme, item)
) STRICT;
