-- One row is one event. The position is the rowid: one writer at a time makes it the commit order, and because rows are never
-- deleted it is never given twice.
CREATE TABLE events (
    position    INTEGER PRIMARY KEY,
    tenant      TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    version     INTEGER NOT NULL CHECK (version > 0),
    type        TEXT    NOT NULL,
    schema      INTEGER NOT NULL,
    occurred_at INTEGER,            -- microseconds since 1970, UTC
    recorded_at INTEGER NOT NULL,   -- microseconds since 1970, UTC
    actor       TEXT    NOT NULL,
    correlation TEXT    NOT NULL,
    cause       TEXT,
    work        INTEGER NOT NULL,
    hash        BLOB    NOT NULL,
    data        BLOB    NOT NULL    -- the exact UTF-8 JSON
) STRICT;

-- The fence: the second writer of a version is refused.
CREATE UNIQUE INDEX events_by_version ON events (tenant, kind, id, version);

-- One effect per command and stream, for ever.
CREATE UNIQUE INDEX events_by_cause ON events (tenant, kind, id, cause) WHERE cause IS NOT NULL;

-- Which streams exist.
CREATE INDEX streams ON events (tenant, kind, id) WHERE version = 1;

CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- Never needed: may be emptied at any time.
CREATE TABLE snapshots (
    tenant       TEXT    NOT NULL,
    kind         TEXT    NOT NULL,
    id           TEXT    NOT NULL,
    state_schema INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    hash         BLOB    NOT NULL,
    data         BLOB    NOT NULL,
    PRIMARY KEY (tenant, kind, id, state_schema)
) STRICT;
