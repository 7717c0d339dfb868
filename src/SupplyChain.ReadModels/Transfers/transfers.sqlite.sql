CREATE TABLE transfers (
    tenant       TEXT    NOT NULL,
    id           TEXT    NOT NULL,
    source       TEXT    NOT NULL,
    destination  TEXT    NOT NULL,
    priority     INTEGER NOT NULL,
    requested_by INTEGER,
    requested_at INTEGER NOT NULL,
    line_count   INTEGER NOT NULL,
    units        INTEGER NOT NULL,
    status       INTEGER NOT NULL,
    waiting      INTEGER NOT NULL,
    reserved     INTEGER NOT NULL, -- released ones included
    in_transit   INTEGER NOT NULL,
    received     INTEGER NOT NULL,
    missing      INTEGER NOT NULL, -- left and written off
    surplus      INTEGER NOT NULL, -- arrived beyond what left
    open         INTEGER NOT NULL, -- units wait, are reserved, or are in transit
    version      INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX transfers_open ON transfers (tenant, requested_by) WHERE open = 1;
CREATE INDEX transfers_from ON transfers (tenant, source) WHERE open = 1;
CREATE INDEX transfers_to ON transfers (tenant, destination) WHERE open = 1;

CREATE TABLE transfer_lines (
    tenant     TEXT    NOT NULL,
    sku        TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    line       INTEGER NOT NULL,
    quantity   INTEGER NOT NULL,
    waiting    INTEGER NOT NULL,
    reserved   INTEGER NOT NULL,
    in_transit INTEGER NOT NULL,
    PRIMARY KEY (tenant, sku, id)
) STRICT, WITHOUT ROWID;
-- With all that is asked of them, as those of order_lines.
CREATE INDEX transfer_lines_of ON transfer_lines (tenant, id, line);
CREATE INDEX transfer_lines_waiting ON transfer_lines (tenant, sku, waiting) WHERE waiting > 0;

-- Units reserved at the source.
CREATE TABLE transfer_holds (
    tenant   TEXT    NOT NULL,
    id       TEXT    NOT NULL,
    line     INTEGER NOT NULL,
    shipment TEXT    NOT NULL, -- empty without one
    units    INTEGER NOT NULL,
    PRIMARY KEY (tenant, id, line, shipment)
) STRICT, WITHOUT ROWID;
