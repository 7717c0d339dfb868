-- Everything here is derived from the journal: it may be emptied and built again at any time. Dates are day numbers since 0001-01-01,
-- instants microseconds since 1970 (UTC), or ISO 8601 text where the offset matters. Each table is written from one kind of stream,
-- except the two that say so.

-- One row: how far the tables are. The counters change with every batch that others want to hear of.
CREATE TABLE checkpoint (
    one        bigint PRIMARY KEY DEFAULT 1 CHECK (one = 1),
    position   text COLLATE "C" NOT NULL DEFAULT '0-0-0',
    events     bigint NOT NULL DEFAULT 0,
    handovers  bigint NOT NULL DEFAULT 0, -- batches that left work for another actor
    warehouses bigint NOT NULL DEFAULT 0  -- batches that changed a warehouse
);

INSERT INTO checkpoint DEFAULT VALUES;

-- One row: who wants the tables built anew, beside those in use. Outlives the exchange of the others.
CREATE TABLE rebuilds (
    one     bigint PRIMARY KEY DEFAULT 1 CHECK (one = 1),
    wanted  bigint NOT NULL DEFAULT 0,
    done    bigint NOT NULL DEFAULT 0,
    percent double precision NOT NULL DEFAULT 0
);

INSERT INTO rebuilds DEFAULT VALUES;

-- From every kind of stream: the work its newest event left.
CREATE TABLE due_work (
    tenant  text COLLATE "C" NOT NULL,
    kind    text COLLATE "C" NOT NULL,
    id      text COLLATE "C" NOT NULL,
    work    bigint NOT NULL,
    since   bigint NOT NULL,
    version bigint NOT NULL,
    PRIMARY KEY (tenant, kind, id)
);
CREATE INDEX due_work_by_age ON due_work (since);
CREATE INDEX due_work_by_sort ON due_work (work, since);

CREATE TABLE orders (
    tenant       text COLLATE "C" NOT NULL,
    number       text COLLATE "C" NOT NULL,
    sort_at      bigint NOT NULL, -- placed, else accepted
    customer     text COLLATE "C" NOT NULL,
    placed_at    text,
    accepted_at  bigint NOT NULL,
    status       bigint NOT NULL,
    priority     bigint NOT NULL,
    requested_by bigint,
    units        bigint NOT NULL,
    backordered  bigint NOT NULL,
    warehouses   text COLLATE "C" NOT NULL, -- separated by a space, which no id holds
    version      bigint NOT NULL,
    PRIMARY KEY (tenant, number)
);
CREATE INDEX orders_by_age ON orders (tenant, sort_at, number);
CREATE INDEX orders_by_customer ON orders (tenant, customer, sort_at, number);
CREATE INDEX orders_by_status ON orders (tenant, status, sort_at, number);

CREATE TABLE order_lines (
    tenant          text COLLATE "C" NOT NULL,
    number          text COLLATE "C" NOT NULL,
    line            bigint NOT NULL,
    sku             text COLLATE "C" NOT NULL,
    pinned          text COLLATE "C",
    quantity        bigint NOT NULL,
    cancelled       bigint NOT NULL,
    undecided       bigint NOT NULL,
    allocated       bigint NOT NULL,
    backordered     bigint NOT NULL,
    shipped         bigint NOT NULL,
    delivered       bigint NOT NULL,
    spoilt          bigint NOT NULL,
    first_allocated bigint, -- null until the order was decided once
    scheduled       bigint,
    delivered_on    bigint, -- null while units are missing, or when nobody knows
    open            bigint NOT NULL, -- units are still to be delivered
    complete        bigint NOT NULL, -- every uncancelled unit is delivered
    value_thousands bigint,
    value_rest      bigint, -- in billionths
    currency        text COLLATE "C",
    customer        text COLLATE "C" NOT NULL,
    country         text COLLATE "C" NOT NULL,
    mode            text COLLATE "C",
    warehouse       text COLLATE "C",
    PRIMARY KEY (tenant, number, line)
);
CREATE INDEX order_lines_open ON order_lines (tenant, scheduled) WHERE open = 1;
CREATE INDEX order_lines_delivered ON order_lines (tenant, delivered_on) WHERE delivered_on IS NOT NULL;
CREATE INDEX order_lines_pinned ON order_lines (tenant, pinned) WHERE backordered > 0 AND pinned IS NOT NULL;

CREATE TABLE order_skus (
    tenant  text COLLATE "C" NOT NULL,
    sku     text COLLATE "C" NOT NULL,
    sort_at bigint NOT NULL,
    number  text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, sku, sort_at, number)
);

CREATE TABLE order_warehouses (
    tenant    text COLLATE "C" NOT NULL,
    warehouse text COLLATE "C" NOT NULL,
    sort_at   bigint NOT NULL,
    number    text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, warehouse, sort_at, number)
);

-- Reserved units that have not left.
CREATE TABLE order_holds (
    tenant    text COLLATE "C" NOT NULL,
    warehouse text COLLATE "C" NOT NULL,
    number    text COLLATE "C" NOT NULL,
    shipment  text COLLATE "C" NOT NULL, -- empty while they are in none
    units     bigint NOT NULL,
    PRIMARY KEY (tenant, warehouse, number, shipment)
);

CREATE TABLE stock (
    tenant    text COLLATE "C" NOT NULL,
    sku       text COLLATE "C" NOT NULL,
    warehouse text COLLATE "C" NOT NULL,
    on_hand   bigint NOT NULL,
    reserved  bigint NOT NULL,
    rationed  bigint NOT NULL,
    version   bigint NOT NULL,
    PRIMARY KEY (tenant, sku, warehouse)
);
CREATE INDEX stock_by_warehouse ON stock (tenant, warehouse, sku);

CREATE TABLE stock_ledger (
    tenant      text COLLATE "C" NOT NULL,
    sku         text COLLATE "C" NOT NULL,
    warehouse   text COLLATE "C" NOT NULL,
    version     bigint NOT NULL,
    type        text COLLATE "C" NOT NULL,
    occurred_at text,
    recorded_at bigint NOT NULL,
    quantity    bigint NOT NULL,
    on_hand     bigint NOT NULL,
    reserved    bigint NOT NULL,
    cause       text COLLATE "C",
    number      text COLLATE "C",
    PRIMARY KEY (tenant, sku, warehouse, version)
);

CREATE TABLE products (
    tenant      text COLLATE "C" NOT NULL,
    sku         text COLLATE "C" NOT NULL,
    description text NOT NULL,
    gtin        text,
    weight_kg   double precision,
    volume_m3   double precision,
    version     bigint NOT NULL,
    PRIMARY KEY (tenant, sku)
);

CREATE TABLE warehouses (
    tenant             text COLLATE "C" NOT NULL,
    id                 text COLLATE "C" NOT NULL,
    name               text NOT NULL,
    latitude           double precision,
    longitude          double precision,
    country            text COLLATE "C",
    unlocode           text,
    gln                text COLLATE "C",
    region             text,
    time_zone          text,
    priority           bigint NOT NULL,
    closed_reason      text, -- null while open
    closed_since       text,
    closed_at          bigint,
    resourced_lines    bigint,
    backordered_lines  bigint,
    version            bigint NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX warehouses_closed ON warehouses (tenant, id) WHERE closed_at IS NOT NULL;

CREATE TABLE shipments (
    tenant           text COLLATE "C" NOT NULL,
    id               text COLLATE "C" NOT NULL,
    number           text COLLATE "C" NOT NULL,
    warehouse        text COLLATE "C" NOT NULL,
    mode             text COLLATE "C" NOT NULL,
    carrier          text,
    tracking_number  text,
    status           bigint NOT NULL,
    warehouse_closed bigint NOT NULL,
    exception_kind   text,
    exception_since  text,
    eta_at           text,
    eta_reason       text NOT NULL,
    promise          bigint,
    version          bigint NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX shipments_by_status ON shipments (tenant, status, id);
CREATE INDEX shipments_by_order ON shipments (tenant, number, id);
CREATE INDEX shipments_by_warehouse ON shipments (tenant, warehouse, id);

-- From every kind of stream that can raise one; the id names kind and entity, so no two streams share a row.
CREATE TABLE exceptions (
    tenant      text COLLATE "C" NOT NULL,
    id          text COLLATE "C" NOT NULL,
    kind        bigint NOT NULL,
    entity      text NOT NULL,
    since       bigint NOT NULL,
    resolved_at bigint,
    until       bigint, -- the last day it can be open on; then another kind takes over
    units       bigint NOT NULL,
    reason      text NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX exceptions_by_age ON exceptions (tenant, since, id);
