-- The team's accounts, what each may do, and the trail of what was done.

CREATE TABLE account (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL,
    normalized_email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT,                     -- none until an invitation is accepted, or with another sign-in service
    security_stamp TEXT NOT NULL,           -- changes with the password, the second factor…: older sessions end
    two_factor INTEGER NOT NULL DEFAULT 0 CHECK (two_factor IN (0, 1)),
    authenticator_key TEXT,
    recovery_codes TEXT,
    failed_attempts INTEGER NOT NULL DEFAULT 0,
    locked_until TEXT,
    created_at TEXT NOT NULL,
    closed_at TEXT
) STRICT;

-- The regional roles have no workshop; the others belong to one, named by the key of its theme.
CREATE TABLE account_role (
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('Administrator', 'Coordinator', 'Facilitator', 'CoFacilitator', 'Rapporteur', 'Deputy')),
    workshop TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (account, role, workshop),
    CHECK ((role IN ('Administrator', 'Coordinator')) = (workshop = ''))
) STRICT;

-- Whom another sign-in service (OpenID Connect) vouches for.
CREATE TABLE account_login (
    provider TEXT NOT NULL,
    subject TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    PRIMARY KEY (provider, subject)
) STRICT;

-- Who did what. Addresses hold identifiers, never names.
CREATE TABLE trail (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    address TEXT NOT NULL,
    status INTEGER NOT NULL
) STRICT;
