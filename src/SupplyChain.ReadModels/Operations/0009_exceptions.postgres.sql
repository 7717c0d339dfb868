-- What exceptions are about, and what people did about them. A rebuild beside the tables in use fills the new columns;
-- one that has begun without them begins anew.
DROP SCHEMA IF EXISTS supplychain_rebuild CASCADE;
ALTER TABLE shipments
    ADD COLUMN picked_lines text, -- separated by a space
    ADD COLUMN picked_skus text, -- separated by a space, which no id holds
    ADD COLUMN picked_expected bigint; -- the day it is expected on

ALTER TABLE exceptions
    ADD COLUMN ended_on bigint, -- the day it ended, for planners
    ADD COLUMN number text, -- the order
    ADD COLUMN lines text NOT NULL DEFAULT '', -- of the order, separated by a space
    ADD COLUMN skus text NOT NULL DEFAULT '', -- separated by a space, which no id holds
    ADD COLUMN warehouses text NOT NULL DEFAULT '',
    ADD COLUMN promise bigint,
    ADD COLUMN expected bigint,
    ADD COLUMN refused bigint; -- rows of an import
-- A ranking looks at all that are open, and at nothing that has ended.
CREATE INDEX exceptions_open ON exceptions (tenant, id) WHERE resolved_at IS NULL;

-- The id names kind and entity as there.
CREATE TABLE exception_work (
    tenant          text NOT NULL,
    id              text NOT NULL,
    owner           text,
    note            text,
    snoozed_until   bigint,
    snoozed_since   bigint, -- which occurrence is snoozed: the one that began then
    resolved_since  bigint, -- which occurrence was resolved by hand
    resolved_reason text,
    version         bigint NOT NULL,
    PRIMARY KEY (tenant, id)
);

UPDATE rebuilds SET wanted = done + 1, percent = 0
WHERE wanted = done AND EXISTS (SELECT 1 FROM checkpoint WHERE events > 0);
