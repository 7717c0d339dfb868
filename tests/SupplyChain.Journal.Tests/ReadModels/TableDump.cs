using SupplyChain.Operations.Verification;

namespace SupplyChain.Journal.ReadModels;

/// <summary>What read tables hold, as text that can be compared.</summary>
internal static class TableDump
{
    private static readonly (string Name, string Columns)[] Tables =
    [
        ("checkpoint", "position, events"),
        ("due_work", "tenant, kind, id, work, since, version"),
        ("orders", "tenant, number, sort_at, customer, placed_at, status, units, backordered, warehouses, version"
            + ", country, latitude, longitude, unlocode"),
        ("order_lines", "tenant, number, line, allocated, backordered, shipped, delivered, delivered_on, open"
            + ", waits_since, first_ordered, first_allocated, closed_short, scheduled"),
        ("order_skus", "tenant, sku, sort_at, number"),
        ("order_warehouses", "tenant, warehouse, sort_at, number"),
        ("order_holds", "tenant, warehouse, number, shipment, units"),
        ("line_holds", "tenant, sku, number, line, warehouse, units"),
        ("stock", "tenant, sku, warehouse, on_hand, reserved, rationed, version"),
        ("stock_ledger", "tenant, sku, warehouse, version, type, quantity, on_hand, reserved, cause, number"),
        ("order_mentions", "tenant, number, recorded_at, kind, id, version"),
        ("shipments", "tenant, id, number, warehouse, mode, status, picked_at, picked_units, eta_at, promise, version"
            + ", units, open, standing, late_after, dispatched_at, report_kind, report_at, report_location"
            + ", picked_lines, picked_skus, picked_expected"),
        ("shipment_skus", "tenant, sku, id"),
        ("warehouses", "tenant, id, name, closed_reason, last_closed_at, last_opened_at, version"),
        ("products", "tenant, sku, description, version"),
        ("exceptions", "tenant, id, kind, entity, since, resolved_at, ended_on, units, reason, number, lines, skus"
            + ", warehouses, promise, expected, refused"),
        ("kpis", "tenant, grouping, span, start, key, currency, lines, delivered, dated, on_time, on_time_in_full"
            + ", first_allocated, first_ordered, shipped, valued, value_thousands, value_units, value_billionths"),
        ("kpi_due", "tenant, grouping, span, start, key, lines"),
        ("imports", "tenant, id, file_name, profile, dry_run, status, row_count, imported, refused, started_at"
            + ", ended_at"),
        ("exception_work", "tenant, id, owner, note, snoozed_until, snoozed_since, resolved_since, version"),
    ];

    /// <summary>Every table's rows, in order.</summary>
    public static string[] Dump(this IReadTables tables)
    {
        var rows = new List<string>();
        foreach (var (name, columns) in Tables)
        {
            tables.Each(name, columns, row => rows.Add($"{name}: {string.Join('|', row)}"));
        }
        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
