-- The figures of order lines are kept instead of added up when asked for. A rebuild beside the tables in use fills the new
-- ones; one that has begun without them begins anew. Until it is through, figures are of what happened since.
DROP SCHEMA IF EXISTS supplychain_rebuild CASCADE;
DROP INDEX order_lines_delivered;

-- Figures of order lines, by what they can be grouped by and the stretch of time they were delivered in (see KpiRow): each
-- row is the sum over its lines. A line counts in the row of all time from the beginning, and in those of its day, its
-- month and its year once that is known.
CREATE TABLE kpis (
    tenant           text COLLATE "C" NOT NULL,
    grouping         bigint NOT NULL, -- 0 when not grouped
    span             bigint NOT NULL, -- 0 ever, 1 year, 2 month, 3 day
    start            bigint NOT NULL,
    key              text COLLATE "C" NOT NULL,
    currency         text COLLATE "C" NOT NULL, -- empty without a value
    lines            bigint NOT NULL,
    delivered        bigint NOT NULL,
    dated            bigint NOT NULL,
    on_time          bigint NOT NULL,
    on_time_in_full  bigint NOT NULL,
    first_allocated  bigint NOT NULL,
    first_ordered    bigint NOT NULL,
    shipped          bigint NOT NULL,
    valued           bigint NOT NULL,
    value_thousands  bigint NOT NULL,
    value_units      bigint NOT NULL, -- below a thousand, of each line
    value_billionths bigint NOT NULL,
    PRIMARY KEY (tenant, grouping, span, start, key, currency)
);

-- Lines with units still to be delivered, by the year, month and day they are scheduled for.
CREATE TABLE kpi_due (
    tenant   text COLLATE "C" NOT NULL,
    grouping bigint NOT NULL,
    span     bigint NOT NULL,
    start    bigint NOT NULL,
    key      text COLLATE "C" NOT NULL,
    lines    bigint NOT NULL,
    PRIMARY KEY (tenant, grouping, span, start, key)
);

UPDATE rebuilds SET wanted = done + 1, percent = 0
WHERE wanted = done AND EXISTS (SELECT 1 FROM checkpoint WHERE events > 0);
