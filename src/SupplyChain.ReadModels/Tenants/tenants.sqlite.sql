-- What a tenant has used, by the day (UTC) that the journal recorded it on; day 0 is all time. From every kind of stream.
CREATE TABLE tenant_usage (
    tenant TEXT    NOT NULL,
    day    INTEGER NOT NULL,
    orders INTEGER NOT NULL,
    events INTEGER NOT NULL,
    bytes  INTEGER NOT NULL, -- of what the events say, as it is stored
    PRIMARY KEY (tenant, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX tenant_usage_of_day ON tenant_usage (day);
