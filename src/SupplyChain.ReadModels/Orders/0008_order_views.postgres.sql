-- What planners work through: what waits, what can be released, what is late or at risk. A rebuild beside the tables in
-- use fills the new columns; one that has begun without them begins anew.
DROP SCHEMA IF EXISTS supplychain_rebuild CASCADE;
ALTER TABLE orders
    ADD COLUMN promise bigint, -- the latest of its lines' first promises
    ADD COLUMN ready bigint NOT NULL DEFAULT 0; -- units that a release would put into shipments
CREATE INDEX orders_waiting ON orders (tenant, sort_at, number) WHERE backordered > 0;
CREATE INDEX orders_ready ON orders (tenant, sort_at, number) WHERE ready > 0;
CREATE INDEX exceptions_of_kind ON exceptions (tenant, kind, entity) WHERE resolved_at IS NULL;

UPDATE rebuilds SET wanted = done + 1, percent = 0
WHERE wanted = done AND EXISTS (SELECT 1 FROM checkpoint WHERE events > 0);
