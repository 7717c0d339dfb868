-- Everything here is derived from the journal: the file may be deleted at any time. Dates are day numbers since 0001-01-01,
-- instants microseconds since 1970 (UTC), or ISO 8601 text where the offset matters. Each table is written from one kind of
-- stream, except the two that say so.
CREATE TABLE checkpoint (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    position TEXT    NOT NULL,
    events   INTEGER NOT NULL
) STRICT;

INSERT INTO checkpoint VALUES (1, '0-0-0', 0);

-- From every kind of stream: the work its newest event left.
CREATE TABLE due_work (
    tenant  TEXT    NOT NULL,
    kind    TEXT    NOT NULL,
    id      TEXT    NOT NULL,
    work    INTEGER NOT NULL,
    since   INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (tenant, kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_work_by_age ON due_work (since);
CREATE INDEX due_work_by_sort ON due_work (work, since);

CREATE TABLE orders (
    tenant       TEXT    NOT NULL,
    number       TEXT    NOT NULL,
    sort_at      INTEGER NOT NULL, -- placed, else accepted
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
    country      TEXT    NOT NULL, -- where it goes, without what is personal
    latitude     REAL,
    longitude    REAL,
    unlocode     TEXT,
    PRIMARY KEY (tenant, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX orders_by_age ON orders (tenant, sort_at, number);
CREATE INDEX orders_by_customer ON orders (tenant, customer, sort_at, number);
CREATE INDEX orders_by_status ON orders (tenant, status, sort_at, number);
-- What planners sort by: what is unknown comes last.
CREATE INDEX orders_by_placed
    ON orders (tenant, coalesce(CASE WHEN placed_at IS NOT NULL THEN sort_at END, 9223372036854775807), number);
CREATE INDEX orders_by_status_placed
    ON orders (tenant, status, coalesce(CASE WHEN placed_at IS NOT NULL THEN sort_at END, 9223372036854775807), number);
CREATE INDEX orders_by_priority ON orders (tenant, priority, number);
CREATE INDEX orders_by_priority_placed
    ON orders (
        tenant, priority, coalesce(CASE WHEN placed_at IS NOT NULL THEN sort_at END, 9223372036854775807), number);
CREATE INDEX orders_by_requested ON orders (tenant, coalesce(requested_by, 9223372036854775807), number);
-- What planners work through, with all that counting needs.
CREATE INDEX orders_waiting
    ON orders (tenant, sort_at, number, placed_at, units, backordered, ready) WHERE backordered > 0;
CREATE INDEX orders_ready
    ON orders (tenant, sort_at, number, placed_at, units, backordered, ready) WHERE ready > 0;

CREATE TABLE order_lines (
    tenant          TEXT    NOT NULL,
    number          TEXT    NOT NULL,
    line            INTEGER NOT NULL,
    sku             TEXT    NOT NULL,
    pinned          TEXT,
    quantity        INTEGER NOT NULL,
    cancelled       INTEGER NOT NULL,
    undecided       INTEGER NOT NULL,
    allocated       INTEGER NOT NULL,
    backordered     INTEGER NOT NULL,
    shipped         INTEGER NOT NULL,
    delivered       INTEGER NOT NULL,
    spoilt          INTEGER NOT NULL,
    waits_since     INTEGER,          -- since when units wait for stock
    first_ordered   INTEGER,          -- as ordered, each increase included, whatever was cut later
    first_allocated INTEGER,          -- of these reserved at once; both null until the order was decided once
    closed_short    INTEGER NOT NULL, -- cancelled, and not at the customer's wish
    scheduled       INTEGER,
    delivered_on    INTEGER,          -- null while units are missing, or when nobody knows
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
CREATE INDEX order_lines_open ON order_lines (tenant, scheduled) WHERE open = 1;
CREATE INDEX order_lines_pinned ON order_lines (tenant, pinned) WHERE backordered > 0 AND pinned IS NOT NULL;
CREATE INDEX order_lines_waiting ON order_lines (tenant, sku) WHERE backordered > 0;

-- Figures of order lines, by what they can be grouped by and the stretch of time they were delivered in (see KpiRow): each
-- row is the sum over its lines. A line counts in the row of all time from the beginning, and in those of its day, its
-- month and its year once that is known.
CREATE TABLE kpis (
    tenant           TEXT    NOT NULL,
    grouping         INTEGER NOT NULL, -- 0 when not grouped
    span             INTEGER NOT NULL, -- 0 ever, 1 year, 2 month, 3 day
    start            INTEGER NOT NULL,
    key              TEXT    NOT NULL,
    currency         TEXT    NOT NULL, -- empty without a value
    lines            INTEGER NOT NULL,
    delivered        INTEGER NOT NULL,
    dated            INTEGER NOT NULL,
    on_time          INTEGER NOT NULL,
    on_time_in_full  INTEGER NOT NULL,
    first_allocated  INTEGER NOT NULL,
    first_ordered    INTEGER NOT NULL,
    shipped          INTEGER NOT NULL,
    valued           INTEGER NOT NULL,
    value_thousands  INTEGER NOT NULL,
    value_units      INTEGER NOT NULL, -- below a thousand, of each line
    value_billionths INTEGER NOT NULL,
    PRIMARY KEY (tenant, grouping, span, start, key, currency)
) STRICT, WITHOUT ROWID;

-- Lines with units still to be delivered, by the year, month and day they are scheduled for.
CREATE TABLE kpi_due (
    tenant   TEXT    NOT NULL,
    grouping INTEGER NOT NULL,
    span     INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    key      TEXT    NOT NULL,
    lines    INTEGER NOT NULL,
    PRIMARY KEY (tenant, grouping, span, start, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE order_skus (
    tenant  TEXT    NOT NULL,
    sku     TEXT    NOT NULL,
    sort_at INTEGER NOT NULL,
    number  TEXT    NOT NULL,
    PRIMARY KEY (tenant, sku, sort_at, number)
) STRICT, WITHOUT ROWID;

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
    PRIMARY KEY (tenant, warehouse, number, shipment)
) STRICT, WITHOUT ROWID;

-- The same by the lines they belong to.
CREATE TABLE line_holds (
    tenant    TEXT    NOT NULL,
    sku       TEXT    NOT NULL,
    number    TEXT    NOT NULL,
    line      INTEGER NOT NULL,
    warehouse TEXT    NOT NULL,
    units     INTEGER NOT NULL,
    PRIMARY KEY (tenant, sku, number, line, warehouse)
) STRICT, WITHOUT ROWID;
CREATE INDEX line_holds_by_warehouse ON line_holds (tenant, warehouse);

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

-- Events of stock items and products' queues that name an order.
CREATE TABLE order_mentions (
    tenant      TEXT    NOT NULL,
    number      TEXT    NOT NULL,
    recorded_at INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    PRIMARY KEY (tenant, number, recorded_at, kind, id, version)
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

-- From every kind of stream that can raise one; the id names kind and entity, so no two streams share a row.
CREATE TABLE exceptions (
    tenant      TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    kind        INTEGER NOT NULL,
    entity      TEXT    NOT NULL,
    since       INTEGER NOT NULL,
    resolved_at INTEGER,
    until       INTEGER,          -- the last day it can be open on; then another kind takes over
    ended_on    INTEGER,          -- the day it ended, for planners
    units       INTEGER NOT NULL,
    reason      TEXT    NOT NULL,
    number      TEXT,             -- the order
    lines       TEXT    NOT NULL, -- of the order, separated by a space
    skus        TEXT    NOT NULL, -- separated by a space, which no id holds
    warehouses  TEXT    NOT NULL,
    promise     INTEGER,
    expected    INTEGER,
    refused     INTEGER,          -- rows of an import
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX exceptions_by_age ON exceptions (tenant, since, id);
CREATE INDEX exceptions_of_kind ON exceptions (tenant, kind, entity) WHERE resolved_at IS NULL;
-- A ranking looks at all that are open, and at nothing that has ended.
CREATE INDEX exceptions_open ON exceptions (tenant, id) WHERE resolved_at IS NULL;

-- What people did about them; the id names kind and entity as there.
CREATE TABLE exception_work (
    tenant          TEXT    NOT NULL,
    id              TEXT    NOT NULL,
    owner           TEXT,
    note            TEXT,
    snoozed_until   INTEGER,
    snoozed_since   INTEGER,      -- which occurrence is snoozed: the one that began then
    resolved_since  INTEGER,      -- which occurrence was resolved by hand
    resolved_reason TEXT,
    version         INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;

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
CREATE INDEX transfer_lines_of ON transfer_lines (tenant, id);
CREATE INDEX transfer_lines_waiting ON transfer_lines (tenant, sku) WHERE waiting > 0;

-- Units reserved at the source.
CREATE TABLE transfer_holds (
    tenant   TEXT    NOT NULL,
    id       TEXT    NOT NULL,
    line     INTEGER NOT NULL,
    shipment TEXT    NOT NULL, -- empty without one
    units    INTEGER NOT NULL,
    PRIMARY KEY (tenant, id, line, shipment)
) STRICT, WITHOUT ROWID;
