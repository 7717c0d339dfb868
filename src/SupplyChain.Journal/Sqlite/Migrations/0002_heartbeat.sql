-- One row, changed now and then while there is nothing else to write: proof that a commit becomes durable.
CREATE TABLE heartbeat (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    beat INTEGER NOT NULL
) STRICT;

INSERT INTO heartbeat VALUES (1, 0);
