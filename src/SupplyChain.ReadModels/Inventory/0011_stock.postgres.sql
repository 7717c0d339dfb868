-- Who holds a product, who waits for it, what left a warehouse when. A rebuild beside the tables in use fills the new
-- table; one that has begun without it begins anew.
DROP SCHEMA IF EXISTS supplychain_rebuild CASCADE;
CREATE INDEX order_lines_waiting ON order_lines (tenant, sku) WHERE backordered > 0;
CREATE INDEX shipments_sent ON shipments (tenant, warehouse, dispatched) WHERE dispatched IS NOT NULL;

-- Reserved units that have not left, by the lines they belong to.
CREATE TABLE line_holds (
    tenant    text COLLATE "C" NOT NULL,
    sku       text COLLATE "C" NOT NULL,
    number    text COLLATE "C" NOT NULL,
    line      bigint NOT NULL,
    warehouse text COLLATE "C" NOT NULL,
    units     bigint NOT NULL,
    PRIMARY KEY (tenant, sku, number, line, warehouse)
);
CREATE INDEX line_holds_by_warehouse ON line_holds (tenant, warehouse);

UPDATE rebuilds SET wanted = done + 1, percent = 0
WHERE wanted = done AND EXISTS (SELECT 1 FROM checkpoint WHERE events > 0);
