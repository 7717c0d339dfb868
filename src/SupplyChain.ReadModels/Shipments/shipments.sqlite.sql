CREATE TABLE shipments (
    tenant           TEXT    NOT NULL,
    id               TEXT    NOT NULL,
    number           TEXT    NOT NULL,
    warehouse        TEXT    NOT NULL,
    mode             TEXT    NOT NULL,
    carrier          TEXT,
    tracking_number  TEXT,
    status           INTEGER NOT NULL,
    picked_at        INTEGER,          -- while it waits in its warehouse and picking has begun
    picked_units     INTEGER,
    picked_lines     TEXT,             -- separated by a space
    picked_skus      TEXT,             -- separated by a space, which no id holds
    picked_expected  INTEGER,          -- the day it is expected on
    exception_kind   TEXT,
    exception_since  TEXT,
    eta_at           TEXT,
    eta              INTEGER,          -- eta_at to sort by
    eta_reason       TEXT    NOT NULL,
    promise          INTEGER,
    version          INTEGER NOT NULL,
    units            INTEGER NOT NULL,
    open             INTEGER NOT NULL, -- units are still to arrive
    standing         INTEGER,          -- as long as it is not late; null when cancelled
    late_after       INTEGER,          -- the last day that it is not late on
    dispatched_at    TEXT,
    dispatched       INTEGER,          -- dispatched_at to sort by
    report_kind      INTEGER,          -- the last milestone
    report_at        TEXT,
    report           INTEGER,          -- report_at to sort by
    report_learned   TEXT,
    report_location  TEXT,
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX shipments_open ON shipments (tenant, id) WHERE open = 1;
CREATE INDEX shipments_by_status ON shipments (tenant, status, id);
CREATE INDEX shipments_by_order ON shipments (tenant, number, id);
CREATE INDEX shipments_by_warehouse ON shipments (tenant, warehouse, id);
CREATE INDEX shipments_by_eta ON shipments (tenant, coalesce(eta, 9223372036854775807), id);
CREATE INDEX shipments_by_promise ON shipments (tenant, coalesce(promise, 9223372036854775807), id);
CREATE INDEX shipments_sent ON shipments (tenant, warehouse, dispatched) WHERE dispatched IS NOT NULL;
CREATE INDEX shipments_picked ON shipments (tenant, warehouse) WHERE picked_at IS NOT NULL;

CREATE TABLE shipment_skus (
    tenant TEXT NOT NULL,
    sku    TEXT NOT NULL,
    id     TEXT NOT NULL,
    PRIMARY KEY (tenant, sku, id)
) STRICT, WITHOUT ROWID;
