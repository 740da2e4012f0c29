-- Sessions that the server can end, attempts counted before anything is checked, links of which the newest alone is good.

-- A cookie opens nothing without its line here: leaving removes it.
CREATE TABLE account_session (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    opened_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
) STRICT;

CREATE INDEX account_session_account ON account_session (account);

-- Whether an address has an account or not: the answer is then the same, and so is its time. It takes over from
-- account.failed_attempts and account.locked_until, which nothing reads any more.
CREATE TABLE entry_attempt (
    address TEXT PRIMARY KEY,               -- SHA-256 of what was typed, since a password is sometimes typed there
    failed INTEGER NOT NULL,
    last_at TEXT NOT NULL
) STRICT;

CREATE INDEX entry_attempt_last_at ON entry_attempt (last_at);

ALTER TABLE account ADD COLUMN link_stamp TEXT;             -- of the newest one-time link; none once used or withdrawn
ALTER TABLE account ADD COLUMN authenticator_step INTEGER;  -- the last half minute whose code was used: it is good once
