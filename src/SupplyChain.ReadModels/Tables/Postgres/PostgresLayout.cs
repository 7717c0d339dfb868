namespace SupplyChain.Tables.Postgres;

/// <summary>
/// The form of the read tables. Each form lies in a schema of its own, with a checkpoint and a right to project of its
/// own: nodes of a release and of the one before it, that know different forms, keep theirs beside each other.
/// </summary>
internal static class PostgresLayout
{
    /// <summary>The schema of this form; a script makes it. The next form has the next number.</summary>
    public const string Schema = "supplychain_tables_2";

    /// <summary>Where tables of this form are built anew.</summary>
    public const string NextSchema = Schema + "_next";

    /// <summary>The right to take the journal into tables of this form; any number that no other form has.</summary>
    public const long Lease = 0x5375_7070_6c79_5202;

    /// <summary>From this feature level on no node uses the form before this one.</summary>
    private const int Alone = 3;

    private static readonly string[] Former =
    [
        "checkpoint", "rebuilds", "due_work", "orders", "order_lines", "order_skus", "order_warehouses", "order_holds",
        "line_holds", "order_mentions", "stock", "stock_ledger", "products", "warehouses", "shipments", "shipment_skus",
        "exceptions", "exception_work", "kpis", "kpi_due", "imports", "transfers", "transfer_lines", "transfer_holds",
        "tenant_usage",
    ];

    /// <summary>
    /// Drops the tables of the form before this one, which lie beside the journal, once no node can use them. While
    /// they are read, by a backup for instance, they stay until a silo begins to project again.
    /// </summary>
    public static readonly string DropFormer = FormattableString.Invariant($"""
        DO $$
        DECLARE
            home regnamespace := (SELECT relnamespace FROM pg_class WHERE oid = 'journal'::regclass);
            former text;
        BEGIN
            IF (SELECT level FROM feature_level) >= {Alone} THEN
                PERFORM set_config('lock_timeout', '200ms', true);
                FOREACH former IN ARRAY ARRAY['{string.Join("', '", Former)}'] LOOP
                    EXECUTE format('DROP TABLE IF EXISTS %s.%I', home, former);
                END LOOP;
                DROP SCHEMA IF EXISTS supplychain_rebuild CASCADE;
            END IF;
        EXCEPTION
            WHEN lock_not_available THEN NULL;
        END $$;
        """);
}
