CREATE TABLE warehouses (
    tenant             TEXT    NOT NULL,
    id                 TEXT    NOT NULL,
    name               TEXT    NOT NULL,
    latitude           REAL,
    longitude          REAL,
    country            TEXT,
    unlocode           TEXT,
    gln                TEXT,
    region             TEXT,
    time_zone          TEXT,
    priority           INTEGER NOT NULL,
    closed_reason      TEXT,            -- null while open
    closed_since       TEXT,
    closed_at          INTEGER,
    last_closed_at     INTEGER,         -- the closing before, and when it ended
    last_opened_at     INTEGER,
    resourced_lines    INTEGER,
    backordered_lines  INTEGER,
    version            INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX warehouses_closed ON warehouses (tenant, id) WHERE closed_at IS NOT NULL;
