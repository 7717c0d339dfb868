-- From every kind of stream: the work its newest event left.
CREATE TABLE due_work (
    tenant  TEXT    NOT NULL,
    kind    TEXT    NOT NULL,
    id      TEXT    NOT NULL,
    work    INTEGER NOT NULL,
    since   INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (tenant, kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_work_by_age ON due_work (since);
CREATE INDEX due_work_by_sort ON due_work (work, since);

-- Figures of order lines, by what they can be grouped by and the stretch of time they were delivered in (see KpiRow): each
-- row is the sum over its lines. A line counts in the row of all time from the beginning, and in those of its day, its
-- month and its year once that is known.
CREATE TABLE kpis (
    tenant           TEXT    NOT NULL,
    grouping         INTEGER NOT NULL, -- 0 when not grouped
    span             INTEGER NOT NULL, -- 0 ever, 1 year, 2 month, 3 day
    start            INTEGER NOT NULL,
    key              TEXT    NOT NULL,
    currency         TEXT    NOT NULL, -- empty without a value
    lines            INTEGER NOT NULL,
    delivered        INTEGER NOT NULL,
    dated            INTEGER NOT NULL,
    on_time          INTEGER NOT NULL,
    on_time_in_full  INTEGER NOT NULL,
    first_allocated  INTEGER NOT NULL,
    first_ordered    INTEGER NOT NULL,
    shipped          INTEGER NOT NULL,
    valued           INTEGER NOT NULL,
    value_thousands  INTEGER NOT NULL,
    value_units      INTEGER NOT NULL, -- below a thousand, of each line
    value_billionths INTEGER NOT NULL,
    PRIMARY KEY (tenant, grouping, span, start, key, currency)
) STRICT, WITHOUT ROWID;

-- Lines with units still to be delivered, by the year, month and day they are scheduled for.
CREATE TABLE kpi_due (
    tenant   TEXT    NOT NULL,
    grouping INTEGER NOT NULL,
    span     INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    key      TEXT    NOT NULL,
    lines    INTEGER NOT NULL,
    PRIMARY KEY (tenant, grouping, span, start, key)
) STRICT, WITHOUT ROWID;

-- From every kind of stream that can raise one; the id names kind and entity, so no two streams share a row.
CREATE TABLE exceptions (
    tenant      TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    kind        INTEGER NOT NULL,
    entity      TEXT    NOT NULL,
    since       INTEGER NOT NULL,
    resolved_at INTEGER,
    until       INTEGER,          -- the last day it can be open on; then another kind takes over
    ended_on    INTEGER,          -- the day it ended, for planners
    units       INTEGER NOT NULL,
    reason      TEXT    NOT NULL,
    number      TEXT,             -- the order
    lines       TEXT    NOT NULL, -- of the order, separated by a space
    skus        TEXT    NOT NULL, -- separated by a space, which no id holds
    warehouses  TEXT    NOT NULL,
    promise     INTEGER,
    expected    INTEGER,
    refused     INTEGER,          -- rows of an import
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX exceptions_by_age ON exceptions (tenant, since, id);
CREATE INDEX exceptions_of_kind ON exceptions (tenant, kind, entity) WHERE resolved_at IS NULL;
-- A ranking looks at all that are open, and at nothing that has ended.
CREATE INDEX exceptions_open ON exceptions (tenant, id) WHERE resolved_at IS NULL;

-- What people did about them; the id names kind and entity as there.
CREATE TABLE exception_work (
    tenant          TEXT    NOT NULL,
    id              TEXT    NOT NULL,
    owner           TEXT,
    note            TEXT,
    snoozed_until   INTEGER,
    snoozed_since   INTEGER,      -- which occurrence is snoozed: the one that began then
    resolved_since  INTEGER,      -- which occurrence was resolved by hand
    resolved_reason TEXT,
    version         INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
