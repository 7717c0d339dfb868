-- One row is one event. Its place in the commit order is (epoch, xid, n): the transaction that wrote it, and its number within. A row may
-- be read by those who follow the journal once every older transaction has ended; the epoch rises when the server's transaction numbers
-- have started over, as they do after a dump was restored.
CREATE TABLE journal (
    tenant      text        COLLATE "C" NOT NULL,
    kind        text        COLLATE "C" NOT NULL,
    id          text        COLLATE "C" NOT NULL,
    version     bigint      NOT NULL CHECK (version > 0),
    type        text        COLLATE "C" NOT NULL,
    schema      integer     NOT NULL,
    occurred_at timestamptz,
    recorded_at timestamptz NOT NULL,
    actor       text        COLLATE "C" NOT NULL,
    correlation text        COLLATE "C" NOT NULL,
    cause       text        COLLATE "C",
    work        integer     NOT NULL,
    hash        bytea       NOT NULL,
    data        bytea       NOT NULL,   -- the exact UTF-8 JSON
    epoch       bigint      NOT NULL,
    xid         xid8        NOT NULL,
    n           bigint      NOT NULL,
    PRIMARY KEY (tenant, kind, id, version)     -- the fence: the second writer of a version is refused
) PARTITION BY HASH (tenant, kind, id);

CREATE TABLE journal_0 PARTITION OF journal FOR VALUES WITH (MODULUS 8, REMAINDER 0);
CREATE TABLE journal_1 PARTITION OF journal FOR VALUES WITH (MODULUS 8, REMAINDER 1);
CREATE TABLE journal_2 PARTITION OF journal FOR VALUES WITH (MODULUS 8, REMAINDER 2);
CREATE TABLE journal_3 PARTITION OF journal FOR VALUES WITH (MODULUS 8, REMAINDER 3);
CREATE TABLE journal_4 PARTITION OF journal FOR VALUES WITH (MODULUS 8, REMAINDER 4);
CREATE TABLE journal_5 PARTITION OF journal FOR VALUES WITH (MODULUS 8, REMAINDER 5);
CREATE TABLE journal_6 PARTITION OF journal FOR VALUES WITH (MODULUS 8, REMAINDER 6);
CREATE TABLE journal_7 PARTITION OF journal FOR VALUES WITH (MODULUS 8, REMAINDER 7);

-- One effect per command and stream, for ever.
CREATE UNIQUE INDEX journal_by_cause ON journal (tenant, kind, id, cause) WHERE cause IS NOT NULL;

-- Which streams exist.
CREATE INDEX journal_streams ON journal (tenant, kind, id) WHERE version = 1;

CREATE INDEX journal_tail ON journal (epoch, xid, n);

CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only';
END $$;

CREATE TRIGGER journal_rows_stay BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();

CREATE TRIGGER journal_stays BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();

-- One row: the epoch of what is written now.
CREATE TABLE journal_server (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    epoch bigint  NOT NULL
);

INSERT INTO journal_server (epoch) VALUES (0);

-- Never needed: may be emptied at any time.
CREATE TABLE snapshots (
    tenant       text    COLLATE "C" NOT NULL,
    kind         text    COLLATE "C" NOT NULL,
    id           text    COLLATE "C" NOT NULL,
    state_schema integer NOT NULL,
    version      bigint  NOT NULL,
    hash         bytea   NOT NULL,
    data         bytea   NOT NULL,
    PRIMARY KEY (tenant, kind, id, state_schema)
);

-- A person's texts can be read as long as this row exists.
CREATE TABLE subject_keys (
    tenant  text  COLLATE "C" NOT NULL,
    subject text  COLLATE "C" NOT NULL,
    key_id  bytea NOT NULL,
    key     bytea NOT NULL,
    PRIMARY KEY (tenant, subject)
);

CREATE TABLE tenant_keys (
    tenant text  COLLATE "C" PRIMARY KEY,
    key    bytea NOT NULL
);
