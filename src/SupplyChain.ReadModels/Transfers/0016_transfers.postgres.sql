-- Transfers between warehouses. No journal has one yet: nothing has to be filled in.
CREATE TABLE transfers (
    tenant       text COLLATE "C" NOT NULL,
    id           text COLLATE "C" NOT NULL,
    source       text COLLATE "C" NOT NULL,
    destination  text COLLATE "C" NOT NULL,
    priority     bigint NOT NULL,
    requested_by bigint,
    requested_at bigint NOT NULL,
    line_count   bigint NOT NULL,
    units        bigint NOT NULL,
    status       bigint NOT NULL,
    waiting      bigint NOT NULL,
    reserved     bigint NOT NULL, -- released ones included
    in_transit   bigint NOT NULL,
    received     bigint NOT NULL,
    missing      bigint NOT NULL, -- left and written off
    surplus      bigint NOT NULL, -- arrived beyond what left
    open         bigint NOT NULL, -- units wait, are reserved, or are in transit
    version      bigint NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX transfers_open ON transfers (tenant, requested_by) WHERE open = 1;
CREATE INDEX transfers_from ON transfers (tenant, source) WHERE open = 1;
CREATE INDEX transfers_to ON transfers (tenant, destination) WHERE open = 1;

CREATE TABLE transfer_lines (
    tenant     text COLLATE "C" NOT NULL,
    sku        text COLLATE "C" NOT NULL,
    id         text COLLATE "C" NOT NULL,
    line       bigint NOT NULL,
    quantity   bigint NOT NULL,
    waiting    bigint NOT NULL,
    reserved   bigint NOT NULL,
    in_transit bigint NOT NULL,
    PRIMARY KEY (tenant, sku, id)
);
CREATE INDEX transfer_lines_of ON transfer_lines (tenant, id);
CREATE INDEX transfer_lines_waiting ON transfer_lines (tenant, sku) WHERE waiting > 0;

-- Units reserved at the source.
CREATE TABLE transfer_holds (
    tenant   text COLLATE "C" NOT NULL,
    id       text COLLATE "C" NOT NULL,
    line     bigint NOT NULL,
    shipment text COLLATE "C" NOT NULL, -- empty without one
    units    bigint NOT NULL,
    PRIMARY KEY (tenant, id, line, shipment)
);
