-- Events of stock items and products' queues that name an order: what its story is put together from. A rebuild beside
-- the tables in use fills the new table; one that has begun without it begins anew.
DROP SCHEMA IF EXISTS supplychain_rebuild CASCADE;

CREATE TABLE order_mentions (
    tenant      text COLLATE "C" NOT NULL,
    number      text COLLATE "C" NOT NULL,
    recorded_at bigint NOT NULL,
    kind        text COLLATE "C" NOT NULL,
    id          text COLLATE "C" NOT NULL,
    version     bigint NOT NULL,
    PRIMARY KEY (tenant, number, recorded_at, kind, id, version)
);

UPDATE rebuilds SET wanted = done + 1, percent = 0
WHERE wanted = done AND EXISTS (SELECT 1 FROM checkpoint WHERE events > 0);
