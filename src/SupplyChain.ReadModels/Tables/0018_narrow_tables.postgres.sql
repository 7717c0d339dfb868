-- The read tables in a form of their own, in a schema of their own. Nodes of the release before keep those beside the
-- journal and never look here; the first node that knows these fills them from the journal. Later scripts of this form
-- name its schema; see PostgresLayout.
CREATE SCHEMA supplychain_tables_2;

-- As before.
DO $$
DECLARE
    same text;
BEGIN
    FOREACH same IN ARRAY ARRAY[
        'checkpoint', 'rebuilds', 'due_work', 'order_warehouses', 'products', 'warehouses', 'shipments',
        'shipment_skus', 'exceptions', 'exception_work', 'kpis', 'kpi_due', 'imports', 'transfers', 'transfer_lines',
        'transfer_holds', 'tenant_usage']
    LOOP
        EXECUTE format('CREATE TABLE supplychain_tables_2.%I (LIKE %I INCLUDING ALL)', same, same);
    END LOOP;
END $$;

INSERT INTO supplychain_tables_2.checkpoint DEFAULT VALUES;
INSERT INTO supplychain_tables_2.rebuilds (done) VALUES (-1); -- they are new, and to be filled

CREATE TABLE supplychain_tables_2.orders (
    tenant       text COLLATE "C" NOT NULL,
    number       text COLLATE "C" NOT NULL,
    sort_at      bigint NOT NULL, -- placed, else accepted
    placed       bigint NOT NULL, -- to sort by: when it was placed, and the largest number without a date
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
    promise      bigint, -- the latest of its lines' first promises
    ready        bigint NOT NULL, -- units that a release would put into shipments
    due          bigint, -- the first day that a line is scheduled for with units still to be delivered
    country      text COLLATE "C" NOT NULL, -- where it goes, without what is personal
    latitude     double precision,
    longitude    double precision,
    unlocode     text COLLATE "C",
    PRIMARY KEY (tenant, number)
);
CREATE INDEX orders_by_placed ON supplychain_tables_2.orders (tenant, placed, number);
CREATE INDEX orders_by_status_placed ON supplychain_tables_2.orders (tenant, status, placed, number);
CREATE INDEX orders_by_customer ON supplychain_tables_2.orders (tenant, customer, sort_at, number);
CREATE INDEX orders_by_priority ON supplychain_tables_2.orders (tenant, priority, number);
CREATE INDEX orders_by_priority_placed ON supplychain_tables_2.orders (tenant, priority, placed, number);
CREATE INDEX orders_by_requested
    ON supplychain_tables_2.orders (tenant, coalesce(requested_by, 9223372036854775807), number);
-- Those without a date of placing lie among the others by when they were accepted.
CREATE INDEX orders_undated
    ON supplychain_tables_2.orders (tenant, sort_at, number) WHERE placed = 9223372036854775807;
CREATE INDEX orders_undated_by_status
    ON supplychain_tables_2.orders (tenant, status, sort_at, number) WHERE placed = 9223372036854775807;
CREATE INDEX orders_due ON supplychain_tables_2.orders (tenant, due) WHERE due IS NOT NULL;
CREATE INDEX orders_waiting ON supplychain_tables_2.orders (tenant, sort_at, number) WHERE backordered > 0;
CREATE INDEX orders_ready ON supplychain_tables_2.orders (tenant, sort_at, number) WHERE ready > 0;

CREATE TABLE supplychain_tables_2.order_lines (
    tenant          text COLLATE "C" NOT NULL,
    number          text COLLATE "C" NOT NULL,
    line            bigint NOT NULL,
    sort_at         bigint NOT NULL, -- of the order
    sku             text COLLATE "C" NOT NULL,
    sku_first       bigint NOT NULL, -- no line before it is of the same product
    pinned          text COLLATE "C",
    quantity        bigint NOT NULL,
    cancelled       bigint NOT NULL,
    undecided       bigint NOT NULL,
    allocated       bigint NOT NULL,
    held_in         text COLLATE "C", -- the warehouse of all allocated units
    held_by         text, -- allocated units by warehouse, as JSON, when there are several
    backordered     bigint NOT NULL,
    shipped         bigint NOT NULL,
    delivered       bigint NOT NULL,
    spoilt          bigint NOT NULL,
    waits_since     bigint, -- since when units wait for stock
    first_ordered   bigint, -- as ordered, each increase included, whatever was cut later
    first_allocated bigint, -- of these reserved at once; both null until the order was decided once
    closed_short    bigint NOT NULL, -- cancelled, and not at the customer's wish
    scheduled       bigint,
    delivered_on    bigint, -- null while units are missing, or without a date
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
CREATE INDEX order_lines_by_sku ON supplychain_tables_2.order_lines (tenant, sku, sort_at, number) WHERE sku_first = 1;
CREATE INDEX order_lines_held ON supplychain_tables_2.order_lines (tenant, sku) WHERE allocated > 0;
CREATE INDEX order_lines_pinned
    ON supplychain_tables_2.order_lines (tenant, pinned) WHERE backordered > 0 AND pinned IS NOT NULL;
CREATE INDEX order_lines_waiting ON supplychain_tables_2.order_lines (tenant, sku) WHERE backordered > 0;

-- Reserved units that have not left.
CREATE TABLE supplychain_tables_2.order_holds (
    tenant    text COLLATE "C" NOT NULL,
    warehouse text COLLATE "C" NOT NULL,
    number    text COLLATE "C" NOT NULL,
    shipment  text COLLATE "C" NOT NULL, -- empty while they are in none
    units     bigint NOT NULL,
    lines     bigint NOT NULL, -- of the order: each counts in the first shipment in the warehouse that has units of it
    PRIMARY KEY (tenant, warehouse, number, shipment)
);

-- Events of stock items and products' queues that name an order: what its story is put together from.
CREATE TABLE supplychain_tables_2.order_mentions (
    tenant text COLLATE "C" NOT NULL,
    number text COLLATE "C" NOT NULL,
    events text NOT NULL, -- a line each, as the journal has them: kind, id, version, when it was recorded
    PRIMARY KEY (tenant, number)
);

CREATE TABLE supplychain_tables_2.stock (
    tenant      text COLLATE "C" NOT NULL,
    sku         text COLLATE "C" NOT NULL,
    warehouse   text COLLATE "C" NOT NULL,
    on_hand     bigint NOT NULL,
    reserved    bigint NOT NULL,
    rationed    bigint NOT NULL,
    version     bigint NOT NULL,
    movements   bigint NOT NULL, -- entries of its ledger; the others are units, summed over them
    received    bigint NOT NULL,
    adjusted    bigint NOT NULL,
    shipped     bigint NOT NULL, -- to customers
    transferred bigint NOT NULL, -- to other warehouses, less what came from them
    PRIMARY KEY (tenant, sku, warehouse)
);
CREATE INDEX stock_by_warehouse ON supplychain_tables_2.stock (tenant, warehouse, sku);
