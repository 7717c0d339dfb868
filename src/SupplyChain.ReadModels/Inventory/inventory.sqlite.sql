CREATE TABLE stock (
    tenant      TEXT    NOT NULL,
    sku         TEXT    NOT NULL,
    warehouse   TEXT    NOT NULL,
    on_hand     INTEGER NOT NULL,
    reserved    INTEGER NOT NULL,
    rationed    INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    movements   INTEGER NOT NULL, -- entries of its ledger; the others are units, summed over them
    received    INTEGER NOT NULL,
    adjusted    INTEGER NOT NULL,
    shipped     INTEGER NOT NULL, -- to customers
    transferred INTEGER NOT NULL, -- to other warehouses, less what came from them
    PRIMARY KEY (tenant, sku, warehouse)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_by_warehouse ON stock (tenant, warehouse, sku);

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
