-- What a user would write instead of a coordinator: tables for orders, their lines, stock, and reservations. Foreign
-- keys are left out: checking them would only slow down what the nodes are compared with.
CREATE TABLE orders (
    number    text        COLLATE "C" PRIMARY KEY,
    customer  text        NOT NULL,
    priority  integer     NOT NULL,
    country   text        NOT NULL,
    latitude  float8,
    longitude float8,
    placed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE order_lines (
    number   text    COLLATE "C" NOT NULL,
    line     integer NOT NULL,
    sku      text    COLLATE "C" NOT NULL,
    quantity bigint  NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (number, line)
);

-- No index holds what changes, and pages keep room: an update stays on its page and touches no index (HOT).
CREATE TABLE stock (
    sku       text    COLLATE "C" NOT NULL,
    warehouse integer NOT NULL,
    on_hand   bigint  NOT NULL,
    reserved  bigint  NOT NULL DEFAULT 0,
    PRIMARY KEY (sku, warehouse),
    CHECK (reserved BETWEEN 0 AND on_hand)
) WITH (fillfactor = 50);

CREATE TABLE reservations (
    number    text    COLLATE "C" NOT NULL,
    line      integer NOT NULL,
    warehouse integer NOT NULL,
    quantity  bigint  NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (number, line)
);

-- Everything in one call. The lines come in one order of products, so that two orders never wait for each other;
-- the warehouses come nearest first.
CREATE FUNCTION place_order(
    the_number text, the_customer text, the_priority integer, the_country text, the_latitude float8,
    the_longitude float8, the_lines integer[], the_skus text[], the_quantities bigint[], the_nearest integer[])
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    best integer;
BEGIN
    INSERT INTO orders (number, customer, priority, country, latitude, longitude)
    VALUES (the_number, the_customer, the_priority, the_country, the_latitude, the_longitude);
    FOR i IN 1 .. cardinality(the_lines) LOOP
        SELECT warehouse INTO best FROM stock
        WHERE sku = the_skus[i] AND on_hand - reserved >= the_quantities[i]
        ORDER BY array_position(the_nearest, warehouse) LIMIT 1 FOR UPDATE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'not enough stock' USING ERRCODE = 'SC001';
        END IF;
        UPDATE stock SET reserved = reserved + the_quantities[i]
        WHERE sku = the_skus[i] AND warehouse = best AND on_hand - reserved >= the_quantities[i];
        INSERT INTO order_lines (number, line, sku, quantity)
        VALUES (the_number, the_lines[i], the_skus[i], the_quantities[i]);
        INSERT INTO reservations (number, line, warehouse, quantity)
        VALUES (the_number, the_lines[i], best, the_quantities[i]);
    END LOOP;
END $$;
