CREATE TABLE imports (
    tenant         TEXT NOT NULL,
    id             TEXT NOT NULL,
    file_name      TEXT,
    profile        TEXT NOT NULL,
    dry_run        INTEGER NOT NULL,
    started_at     INTEGER NOT NULL,
    status         INTEGER NOT NULL,
    row_count      INTEGER NOT NULL, -- 0 until it has ended, as the other figures
    imported       INTEGER NOT NULL,
    unchanged      INTEGER NOT NULL,
    refused        INTEGER NOT NULL,
    warnings       INTEGER NOT NULL,
    events_written INTEGER NOT NULL,
    ended_at       INTEGER,
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX imports_by_age ON imports (tenant, started_at, id);
