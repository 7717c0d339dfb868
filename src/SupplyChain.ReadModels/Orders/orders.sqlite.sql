CREATE TABLE orders (
    tenant       TEXT    NOT NULL,
    number       TEXT    NOT NULL,
    sort_at      INTEGER NOT NULL, -- placed, else accepted
    placed       INTEGER NOT NULL, -- to sort by: when it was placed, and the largest number without a date
    customer     TEXT    NOT NULL,
    placed_at    TEXT,
    accepted_at  INTEGER NOT NULL,
    status       INTEGER NOT NULL,
    priority     INTEGER NOT NULL,
    requested_by INTEGER,
    units        INTEGER NOT NULL,
    backordered  INTEGER NOT NULL,
    warehouses   TEXT    NOT NULL, -- separated by a space, which no id holds
    version      INTEGER NOT NULL,
    promise      INTEGER,          -- the latest of its lines' first promises
    ready        INTEGER NOT NULL, -- units that a release would put into shipments
    due          INTEGER,          -- the first day that a line is scheduled for with units still to be delivered
    country      TEXT    NOT NULL, -- where it goes, without what is personal
    latitude     REAL,
    longitude    REAL,
    unlocode     TEXT,
    PRIMARY KEY (tenant, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX orders_by_placed ON orders (tenant, placed, number);
CREATE INDEX orders_by_status_placed ON orders (tenant, status, placed, number);
CREATE INDEX orders_by_customer ON orders (tenant, customer, sort_at, number);
CREATE INDEX orders_by_priority ON orders (tenant, priority, number);
CREATE INDEX orders_by_priority_placed ON orders (tenant, priority, placed, number);
CREATE INDEX orders_by_requested ON orders (tenant, coalesce(requested_by, 9223372036854775807), number);
-- Those without a date of placing lie among the others by when they were accepted.
CREATE INDEX orders_undated ON orders (tenant, sort_at, number) WHERE placed = 9223372036854775807;
CREATE INDEX orders_undated_by_status ON orders (tenant, status, sort_at, number) WHERE placed = 9223372036854775807;
CREATE INDEX orders_due ON orders (tenant, due) WHERE due IS NOT NULL;
-- What planners work through, with all that counting needs.
CREATE INDEX orders_waiting
    ON orders (tenant, sort_at, number, placed_at, units, backordered, ready) WHERE backordered > 0;
CREATE INDEX orders_ready
    ON orders (tenant, sort_at, number, placed_at, units, backordered, ready) WHERE ready > 0;

CREATE TABLE order_lines (
    tenant          TEXT    NOT NULL,
    number          TEXT    NOT NULL,
    line            INTEGER NOT NULL,
    sort_at         INTEGER NOT NULL, -- of the order
    sku             TEXT    NOT NULL,
    sku_first       INTEGER NOT NULL, -- no line before it is of the same product
    pinned          TEXT,
    quantity        INTEGER NOT NULL,
    cancelled       INTEGER NOT NULL,
    undecided       INTEGER NOT NULL,
    allocated       INTEGER NOT NULL,
    held_in         TEXT,             -- the warehouse of all allocated units
    held_by         TEXT,             -- allocated units by warehouse, as JSON, when there are several
    backordered     INTEGER NOT NULL,
    shipped         INTEGER NOT NULL,
    delivered       INTEGER NOT NULL,
    spoilt          INTEGER NOT NULL,
    waits_since     INTEGER,          -- since when units wait for stock
    first_ordered   INTEGER,          -- as ordered, each increase included, whatever was cut later
    first_allocated INTEGER,          -- of these reserved at once; both null until the order was decided once
    closed_short    INTEGER NOT NULL, -- cancelled, and not at the customer's wish
    scheduled       INTEGER,
    delivered_on    INTEGER,          -- null while units are missing, or without a date
    open            INTEGER NOT NULL, -- units are still to be delivered
    complete        INTEGER NOT NULL, -- every uncancelled unit is delivered
    value_thousands INTEGER,
    value_rest      INTEGER,          -- in billionths
    currency        TEXT,
    customer        TEXT    NOT NULL,
    country         TEXT    NOT NULL,
    mode            TEXT,
    warehouse       TEXT,
    PRIMARY KEY (tenant, number, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_lines_by_sku ON order_lines (tenant, sku, sort_at, number) WHERE sku_first = 1;
CREATE INDEX order_lines_held ON order_lines (tenant, sku) WHERE allocated > 0;
-- With all that is asked of them: else the engine takes the tenant, which nearly all lines have, for the better way.
CREATE INDEX order_lines_pinned
    ON order_lines (tenant, pinned, backordered) WHERE backordered > 0 AND pinned IS NOT NULL;
CREATE INDEX order_lines_waiting ON order_lines (tenant, sku, backordered, pinned) WHERE backordered > 0;

CREATE TABLE order_warehouses (
    tenant    TEXT    NOT NULL,
    warehouse TEXT    NOT NULL,
    sort_at   INTEGER NOT NULL,
    number    TEXT    NOT NULL,
    PRIMARY KEY (tenant, warehouse, sort_at, number)
) STRICT, WITHOUT ROWID;

-- Reserved units that have not left.
CREATE TABLE order_holds (
    tenant    TEXT    NOT NULL,
    warehouse TEXT    NOT NULL,
    number    TEXT    NOT NULL,
    shipment  TEXT    NOT NULL, -- empty while they are in none
    units     INTEGER NOT NULL,
    lines     INTEGER NOT NULL, -- of the order: each counts in the first shipment in the warehouse that has units of it
    PRIMARY KEY (tenant, warehouse, number, shipment)
) STRICT, WITHOUT ROWID;

-- Events of stock items and products' queues that name an order.
CREATE TABLE order_mentions (
    tenant TEXT NOT NULL,
    number TEXT NOT NULL,
    events TEXT NOT NULL, -- a line each, as the journal has them: kind, id, version, when it was recorded
    PRIMARY KEY (tenant, number)
) STRICT, WITHOUT ROWID;
