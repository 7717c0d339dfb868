-- A person's texts can be read as long as this row exists.
CREATE TABLE subject_keys (
    tenant  TEXT NOT NULL,
    subject TEXT NOT NULL,
    key_id  BLOB NOT NULL,
    key     BLOB NOT NULL,
    PRIMARY KEY (tenant, subject)
) STRICT;

CREATE TABLE tenant_keys (
    tenant TEXT NOT NULL PRIMARY KEY,
    key    BLOB NOT NULL
) STRICT;
