-- Files that were uploaded and wait for their work, in parts: any node may be the one that reads them. Deleted when the work is done.
CREATE TABLE uploads (
    tenant    text        COLLATE "C" NOT NULL,
    file      text        COLLATE "C" NOT NULL,
    part      integer     NOT NULL CHECK (part >= 0),
    bytes     bytea       NOT NULL,
    stored_at timestamptz NOT NULL,
    PRIMARY KEY (tenant, file, part)
);
