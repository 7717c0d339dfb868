-- The list of imports. A rebuild beside the tables in use fills it; one that has begun without it begins anew.
DROP SCHEMA IF EXISTS supplychain_rebuild CASCADE;
CREATE TABLE imports (
    tenant         text COLLATE "C" NOT NULL,
    id             text COLLATE "C" NOT NULL,
    file_name      text COLLATE "C",
    profile        text COLLATE "C" NOT NULL,
    dry_run        bigint NOT NULL,
    started_at     bigint NOT NULL,
    status         bigint NOT NULL,
    row_count      bigint NOT NULL, -- 0 until it has ended, as the other figures
    imported       bigint NOT NULL,
    unchanged      bigint NOT NULL,
    refused        bigint NOT NULL,
    warnings       bigint NOT NULL,
    events_written bigint NOT NULL,
    ended_at       bigint,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX imports_by_age ON imports (tenant, started_at, id);

UPDATE rebuilds SET wanted = done + 1, percent = 0
WHERE wanted = done AND EXISTS (SELECT 1 FROM checkpoint WHERE events > 0);
