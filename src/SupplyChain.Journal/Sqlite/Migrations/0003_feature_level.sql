-- Which events the journal may hold. Journals from before there were levels have level 1.
CREATE TABLE feature_level (
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    level INTEGER NOT NULL CHECK (level >= 1)
) STRICT;

INSERT INTO feature_level VALUES (1, 1);
