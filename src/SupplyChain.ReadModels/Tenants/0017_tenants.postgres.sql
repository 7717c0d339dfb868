-- What a tenant has used, by the day (UTC) that the journal recorded it on; day 0 is all time. It has to count every event that
-- the other tables show. Where it does not, because a node of an earlier release took them further, the tables are built anew.
CREATE TABLE tenant_usage (
    tenant text COLLATE "C" NOT NULL,
    day    bigint NOT NULL,
    orders bigint NOT NULL,
    events bigint NOT NULL,
    bytes  bigint NOT NULL, -- of what the events say, as it is stored
    PRIMARY KEY (tenant, day)
);
CREATE INDEX tenant_usage_of_day ON tenant_usage (day);
