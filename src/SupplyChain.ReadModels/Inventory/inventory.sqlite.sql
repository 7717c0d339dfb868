CREATE TABLE stock (
    tenant    TEXT    NOT NULL,
    sku       TEXT    NOT NULL,
    warehouse TEXT    NOT NULL,
    on_hand   INTEGER NOT NULL,
    reserved  INTEGER NOT NULL,
    rationed  INTEGER NOT NULL,
    version   INTEGER NOT NULL,
    PRIMARY KEY (tenant, sku, warehouse)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_by_warehouse ON stock (tenant, warehouse, sku);

CREATE TABLE stock_ledger (
    tenant      TEXT    NOT NULL,
    sku         TEXT    NOT NULL,
    warehouse   TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    type        TEXT    NOT NULL,
    occurred_at TEXT,
    recorded_at INTEGER NOT NULL,
    quantity    INTEGER NOT NULL,
    on_hand     INTEGER NOT NULL,
    reserved    INTEGER NOT NULL,
    cause       TEXT,
    number      TEXT,
    PRIMARY KEY (tenant, sku, warehouse, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE products (
    tenant      TEXT    NOT NULL,
    sku         TEXT    NOT NULL,
    description TEXT    NOT NULL,
    gtin        TEXT,
    weight_kg   REAL,
    volume_m3   REAL,
    version     INTEGER NOT NULL,
    PRIMARY KEY (tenant, sku)
) STRICT, WITHOUT ROWID;
