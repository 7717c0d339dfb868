-- Which events the journal may hold. Databases from before there were levels have level 1.
CREATE TABLE feature_level (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    level integer NOT NULL CHECK (level >= 1)
);

INSERT INTO feature_level (level) VALUES (1);

-- Which level each running node can read; it says so every second. What was not heard of for a while runs no longer.
CREATE TABLE feature_readers (
    node        text        COLLATE "C" PRIMARY KEY,
    reads_up_to integer     NOT NULL,
    seen_at     timestamptz NOT NULL
) WITH (fillfactor = 50);
