-- Who holds a product and who waits for it. A rebuild beside the tables in use fills the new one; one that has begun
-- without it begins anew.
DROP SCHEMA IF EXISTS supplychain_rebuild CASCADE;
CREATE INDEX order_lines_waiting ON order_lines (tenant, sku) WHERE backordered > 0;

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
