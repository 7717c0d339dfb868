using SupplyChain.Journal.Sqlite;
using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Journal.ReadModels.Sqlite;

/// <summary>Reads the list of orders, the newest first.</summary>
internal static class OrderList
{
    private const string Name = "orders";

    /// <summary>
    /// One page. A product or a warehouse leads to its own orders; the other conditions are checked on the way.
    /// </summary>
    public static Page<OrderSummary> Read(ReadSession session, TenantId tenant, OrderQuery query, PageQuery page)
    {
        var rows = Conditions(From(tenant, query), tenant, query, Cursor.Read(Name, page.After, 2))
            .Add("ORDER BY d.sort_at DESC, d.number DESC LIMIT ?", page.Size() + 1)
            .All(session, row => (Entry: Summary(row), SortAt: row.Int64(10)));
        return Pages.Of(
            page, rows, row => row.Entry, row => Cursor.Write(Name, Cursor.Number(row.SortAt), row.Entry.Number.Value));
    }

    private static ReadQuery From(TenantId tenant, OrderQuery query)
    {
        const string Columns = """
            SELECT o.number, o.status, o.customer, o.priority, o.requested_by, o.placed_at, o.units, o.backordered,
                o.warehouses, o.version, o.sort_at

            """;
        const string Orders =
            " d CROSS JOIN orders o ON o.tenant = d.tenant AND o.number = d.number WHERE d.tenant = ?";
        return query switch
        {
            { Sku: { } sku } => new(Columns + "FROM order_skus" + Orders + " AND d.sku = ?", tenant.Value, sku.Value),
            { Warehouse: { } warehouse } =>
                new(Columns + "FROM order_warehouses" + Orders + " AND d.warehouse = ?", tenant.Value, warehouse.Value),
            _ => new(
                Columns.Replace("o.", "d.", StringComparison.Ordinal) + "FROM orders d WHERE d.tenant = ?", tenant.Value),
        };
    }

    private static ReadQuery Conditions(ReadQuery sql, TenantId tenant, OrderQuery query, string[]? after)
    {
        var o = query.Sku is null && query.Warehouse is null ? "d" : "o";
        if (query is { Sku: not null, Warehouse: { } warehouse })
        {
            sql.Add(
                """
                AND EXISTS (SELECT 1 FROM order_warehouses w
                    WHERE w.tenant = ? AND w.warehouse = ? AND w.sort_at = d.sort_at AND w.number = d.number)
                """,
                tenant.Value, warehouse.Value);
        }
        if (after is not null)
        {
            sql.Add("AND (d.sort_at, d.number) < (?, ?)", Cursor.Number(after[0]), after[1]);
        }
        if (query.From is not null || query.To is not null)
        {
            sql.Add($"AND {o}.placed_at IS NOT NULL");
        }
        if (query.Text is { Length: > 0 } text)
        {
            var pattern = Pattern(text);
            sql.Add($"AND ({o}.number LIKE ? ESCAPE '\\' OR {o}.customer LIKE ? ESCAPE '\\')", pattern, pattern);
        }
        return sql
            .And($"{o}.status = ?", (long?)query.Status)
            .And($"{o}.customer = ?", query.Customer?.Value)
            .And("d.sort_at >= ?", query.From)
            .And("d.sort_at < ?", query.To);
    }

    private static string Pattern(string text) =>
        "%" + text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

    private static OrderSummary Summary(SqliteStatement row) => new(
        row.Text(0), (OrderStatus)row.Int64(1), row.Text(2), (int)row.Int64(3), row.DateOrNull(4), row.InstantOrNull(5),
        row.Int64(6), row.Int64(7),
        row.Text(8).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WarehouseId.Of).ToItems(), row.Int64(9));
}
