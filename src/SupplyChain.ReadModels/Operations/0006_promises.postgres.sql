-- What exceptions and figures are derived from: a rebuild beside the tables in use fills the new columns.
ALTER TABLE shipments
    ADD COLUMN picked_at bigint, -- while it waits in its warehouse and picking has begun
    ADD COLUMN picked_units bigint,
    ALTER COLUMN warehouse_closed SET DEFAULT 0; -- not written any more; nodes of the version before still do
CREATE INDEX shipments_picked ON shipments (tenant, warehouse) WHERE picked_at IS NOT NULL;

ALTER TABLE warehouses
    ADD COLUMN last_closed_at bigint, -- the closing before, and when it ended
    ADD COLUMN last_opened_at bigint;

ALTER TABLE order_lines
    ADD COLUMN waits_since bigint, -- since when units wait for stock
    ADD COLUMN first_ordered bigint, -- as ordered, each increase included, whatever was cut later
    ADD COLUMN closed_short bigint NOT NULL DEFAULT 0; -- cancelled, and not at the customer's wish

UPDATE rebuilds SET wanted = done + 1, percent = 0
WHERE wanted = done AND EXISTS (SELECT 1 FROM checkpoint WHERE events > 0);
