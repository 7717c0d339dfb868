-- The journal without partitions: they cost a fifth of what the database does for a row, and nothing is dropped or passed over by them. A journal
-- without rows becomes one table here; one with rows stays as it is until `supplychain repack`, which calls the same functions. Every statement names
-- `journal` alone, so both forms are the same to all nodes.

-- The new table, empty, beside the journal: the same columns and checks, and it only grows. Autovacuum leaves it alone while it fills: its lock
-- would be in the way of the exchange.
CREATE FUNCTION journal_repack_begin() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TABLE %s.journal_repacked (LIKE journal INCLUDING ALL EXCLUDING INDEXES) WITH (autovacuum_enabled = off)',
        (SELECT relnamespace::regnamespace FROM pg_class WHERE oid = 'journal'::regclass));
    CREATE TRIGGER journal_rows_stay BEFORE UPDATE OR DELETE ON journal_repacked
        FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();
    CREATE TRIGGER journal_stays BEFORE TRUNCATE ON journal_repacked
        FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
END $$;

-- The journal's indexes that the new table does not have yet, with the statement that builds each; `how` is CONCURRENTLY or empty.
CREATE FUNCTION journal_repack_indexes(how text) RETURNS TABLE (index_name name, statement text) LANGUAGE sql AS $$
    SELECT repacked, format('CREATE %s INDEX %s %I ON journal_repacked %s',
        CASE WHEN indisunique THEN 'UNIQUE' END, how, repacked, substring(pg_get_indexdef(indexrelid) FROM 'USING .*$'))
    FROM pg_index JOIN pg_class c ON c.oid = indexrelid CROSS JOIN LATERAL (SELECT ('repacked_' || relname)::name) r (repacked)
    WHERE indrelid = to_regclass('journal') AND NOT EXISTS (
        SELECT FROM pg_index built JOIN pg_class b ON b.oid = built.indexrelid
        WHERE built.indrelid = to_regclass('journal_repacked') AND built.indisvalid AND b.relname = repacked)
    ORDER BY NOT indisprimary, repacked
$$;

-- Copies the rows behind a position, up to which both tables are known to hold the same, and puts the new table in the journal's place; the former
-- one is `journal_partitioned` from then on. How many rows were copied; fails, and changes nothing, when the tables do not hold as many.
-- The rows are few, and found by the index of the tail even where the server knows nothing of the tables.
CREATE FUNCTION journal_repack_finish(after_epoch bigint, after_xid xid8, after_n bigint) RETURNS bigint LANGUAGE plpgsql
SET enable_seqscan = off SET jit = off AS $$
DECLARE
    item record;
    rest bigint;
    copied bigint;
BEGIN
    LOCK TABLE journal_repacked IN ACCESS EXCLUSIVE MODE; -- first: no node waits behind this one
    LOCK TABLE journal IN ACCESS EXCLUSIVE MODE;
    INSERT INTO journal_repacked SELECT * FROM journal WHERE (epoch, xid, n) > (after_epoch, after_xid, after_n);
    SELECT count(*) INTO rest FROM journal WHERE (epoch, xid, n) > (after_epoch, after_xid, after_n);
    SELECT count(*) INTO copied FROM journal_repacked WHERE (epoch, xid, n) > (after_epoch, after_xid, after_n);
    IF copied <> rest THEN
        RAISE EXCEPTION 'behind the last position that was compared the journal has % rows and the copy %', rest, copied
            USING ERRCODE = 'data_exception';
    END IF;

    FOR item IN
        SELECT relname AS index_name, ('repacked_' || relname)::name AS repacked, ('partitioned_' || relname)::name AS partitioned, indisprimary
        FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE indrelid = 'journal'::regclass
    LOOP
        EXECUTE format('ALTER INDEX %I RENAME TO %I', item.index_name, item.partitioned);
        IF item.indisprimary THEN
            EXECUTE format('ALTER TABLE journal_repacked ADD CONSTRAINT %I PRIMARY KEY USING INDEX %I', item.index_name, item.repacked);
        ELSE
            EXECUTE format('ALTER INDEX %I RENAME TO %I', item.repacked, item.index_name);
        END IF;
    END LOOP;
    ALTER TABLE journal_repacked RESET (autovacuum_enabled);
    ALTER TABLE journal RENAME TO journal_partitioned;
    ALTER TABLE journal_repacked RENAME TO journal;

    EXECUTE format('ALTER TABLE journal OWNER TO %s',
        (SELECT relowner::regrole FROM pg_class WHERE oid = 'journal_partitioned'::regclass));
    FOR item IN
        SELECT DISTINCT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END AS who
        FROM pg_class, aclexplode(coalesce(relacl, acldefault('r', relowner))) WHERE oid = 'journal'::regclass
    LOOP
        EXECUTE format('REVOKE ALL ON journal FROM %s', item.who);
    END LOOP;
    FOR item IN
        SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END AS who, privilege_type AS may, is_grantable, of_column
        FROM (
            SELECT a.*, '' AS of_column FROM pg_class, aclexplode(coalesce(relacl, acldefault('r', relowner))) a
            WHERE oid = 'journal_partitioned'::regclass
            UNION ALL
            SELECT a.*, format('(%I)', attname) FROM pg_attribute, aclexplode(attacl) a
            WHERE attrelid = 'journal_partitioned'::regclass) granted
    LOOP
        EXECUTE format('GRANT %s%s ON journal TO %s%s', item.may, item.of_column, item.who,
            CASE WHEN item.is_grantable THEN ' WITH GRANT OPTION' END);
    END LOOP;
    RETURN rest;
END $$;

-- A node of the release before may write its first rows just now: so the script looks again behind the lock. While
-- another session holds the table for long, it stays in partitions.
DO $$
DECLARE
    patience text := current_setting('lock_timeout');
    item record;
BEGIN
    IF EXISTS (SELECT FROM journal) OR (SELECT relkind FROM pg_class WHERE oid = 'journal'::regclass) <> 'p' THEN
        RETURN;
    END IF;
    PERFORM set_config('lock_timeout', '1s', true);
    LOCK TABLE journal IN ACCESS EXCLUSIVE MODE;
    PERFORM set_config('lock_timeout', patience, true);
    IF EXISTS (SELECT FROM journal) THEN
        RETURN;
    END IF;
    PERFORM journal_repack_begin();
    FOR item IN SELECT * FROM journal_repack_indexes('') LOOP
        EXECUTE item.statement;
    END LOOP;
    PERFORM journal_repack_finish(0, '0', 0);
    DROP TABLE journal_partitioned;
EXCEPTION
    WHEN lock_not_available THEN
        NULL; -- repack does it when it can
END $$;
