-- Everything here is derived from the journal: the file may be deleted at any time. Dates are day numbers since 0001-01-01,
-- instants microseconds since 1970 (UTC), or ISO 8601 text where the offset matters. Each table is written from one kind of
-- stream, except those that say so.
CREATE TABLE checkpoint (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    position TEXT    NOT NULL,
    events   INTEGER NOT NULL
) STRICT;

INSERT INTO checkpoint VALUES (1, '0-0-0', 0);
