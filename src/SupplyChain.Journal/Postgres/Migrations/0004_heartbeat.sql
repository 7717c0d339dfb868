-- One row, changed now and then by a silo that has nothing else to write: proof that a commit becomes durable. It is not an event, because the
-- journal only ever grows. The page has room for the row's next version, so that nothing needs to be cleaned up.
CREATE TABLE heartbeat (
    one boolean     PRIMARY KEY DEFAULT true CHECK (one),
    at  timestamptz NOT NULL
) WITH (fillfactor = 10);

INSERT INTO heartbeat (at) VALUES (clock_timestamp());
