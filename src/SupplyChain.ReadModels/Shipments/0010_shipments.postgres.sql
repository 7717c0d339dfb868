-- How shipments stand, what they carry and where they go. A rebuild beside the tables in use fills the new columns; one
-- that has begun without them begins anew.
DROP SCHEMA IF EXISTS supplychain_rebuild CASCADE;
ALTER TABLE orders -- where it goes, without what is personal
    ADD COLUMN country text,
    ADD COLUMN latitude double precision,
    ADD COLUMN longitude double precision,
    ADD COLUMN unlocode text;

ALTER TABLE shipments
    ADD COLUMN units bigint NOT NULL DEFAULT 0,
    ADD COLUMN open bigint NOT NULL DEFAULT 0, -- units are still to arrive
    ADD COLUMN standing bigint, -- as long as it is not late; null when cancelled
    ADD COLUMN late_after bigint, -- the last day that it is not late on
    ADD COLUMN dispatched_at text,
    ADD COLUMN dispatched bigint, -- dispatched_at to sort by
    ADD COLUMN report_kind bigint, -- the last milestone
    ADD COLUMN report_at text,
    ADD COLUMN report bigint, -- report_at to sort by
    ADD COLUMN report_learned text,
    ADD COLUMN report_location text;
CREATE INDEX shipments_open ON shipments (tenant, id) WHERE open = 1;

CREATE TABLE shipment_skus (
    tenant text COLLATE "C" NOT NULL,
    sku    text COLLATE "C" NOT NULL,
    id     text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, sku, id)
);

UPDATE rebuilds SET wanted = done + 1, percent = 0
WHERE wanted = done AND EXISTS (SELECT 1 FROM checkpoint WHERE events > 0);
