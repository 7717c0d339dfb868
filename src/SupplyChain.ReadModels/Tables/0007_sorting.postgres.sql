-- What planners sort by: what is unknown comes last. A rebuild beside the tables in use fills the new column; one that
-- has begun without it begins anew.
DROP SCHEMA IF EXISTS supplychain_rebuild CASCADE;
ALTER TABLE shipments ADD COLUMN eta bigint; -- eta_at to sort by
CREATE INDEX shipments_by_eta ON shipments (tenant, coalesce(eta, 9223372036854775807), id);
CREATE INDEX shipments_by_promise ON shipments (tenant, coalesce(promise, 9223372036854775807), id);

CREATE INDEX orders_by_placed
    ON orders (tenant, coalesce(CASE WHEN placed_at IS NOT NULL THEN sort_at END, 9223372036854775807), number);
CREATE INDEX orders_by_status_placed
    ON orders (tenant, status, coalesce(CASE WHEN placed_at IS NOT NULL THEN sort_at END, 9223372036854775807), number);
CREATE INDEX orders_by_priority ON orders (tenant, priority, number);
CREATE INDEX orders_by_priority_placed
    ON orders (
        tenant, priority, coalesce(CASE WHEN placed_at IS NOT NULL THEN sort_at END, 9223372036854775807), number);
CREATE INDEX orders_by_requested ON orders (tenant, coalesce(requested_by, 9223372036854775807), number);

UPDATE rebuilds SET wanted = done + 1, percent = 0
WHERE wanted = done AND EXISTS (SELECT 1 FROM checkpoint WHERE events > 0);
