using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Journal.ReadModels.Tables;

/// <summary>Reads the list of orders, the newest first.</summary>
internal static class OrderList
{
    private const string Name = "orders";

    /// <summary>
    /// One page. A product or a warehouse leads to its own orders; the other conditions are checked on the way.
    /// </summary>
    public static Page<OrderSummary> Read(IReadSession session, TenantId tenant, OrderQuery query, PageQuery page)
    {
        var sql = From(session.Dialect, tenant, query);
        AddConditions(sql, tenant, query);
        AddText(sql, session.Dialect, query);
        if (Cursor.Read(Name, page.After, 2) is { } after)
        {
            sql.Add("AND (d.sort_at, d.number) < (?, ?)", Cursor.Number(after[0]), after[1]);
        }
        var rows = sql.Add("ORDER BY d.sort_at DESC, d.number DESC LIMIT ?", page.Size() + 1)
            .All(session, row => (Entry: Summary(row), SortAt: row.Int64(10)));
        return Pages.Of(
            page, rows, row => row.Entry, row => Cursor.Write(Name, Cursor.Number(row.SortAt), row.Entry.Number.Value));
    }

    private static ReadQuery From(SqlDialect dialect, TenantId tenant, OrderQuery query)
    {
        const string Columns = """
            SELECT o.number, o.status, o.customer, o.priority, o.requested_by, o.placed_at, o.units, o.backordered,
                o.warehouses, o.version, o.sort_at

            """;
        var orders =
            $" d {dialect.LookUp} orders o ON o.tenant = d.tenant AND o.number = d.number WHERE d.tenant = ?";
        return query switch
        {
            { Sku: { } sku } => new(Columns + "FROM order_skus" + orders + " AND d.sku = ?", tenant.Value, sku.Value),
            { Warehouse: { } warehouse } =>
                new(Columns + "FROM order_warehouses" + orders + " AND d.warehouse = ?", tenant.Value, warehouse.Value),
            _ => new(
                Columns.Replace("o.", "d.", StringComparison.Ordinal) + "FROM orders d WHERE d.tenant = ?",
                tenant.Value),
        };
    }

    private static void AddConditions(ReadQuery sql, TenantId tenant, OrderQuery query)
    {
        var o = Order(query);
        if (query is { Sku: not null, Warehouse: { } warehouse })
        {
            sql.Add(
                """
                AND EXISTS (SELECT 1 FROM order_warehouses w
                    WHERE w.tenant = ? AND w.warehouse = ? AND w.sort_at = d.sort_at AND w.number = d.number)
                """,
                tenant.Value, warehouse.Value);
        }
        if (query.From is not null || query.To is not null)
        {
            sql.Add($"AND {o}.placed_at IS NOT NULL");
        }
        sql.And($"{o}.status = ?", (long?)query.Status)
            .And($"{o}.customer = ?", query.Customer?.Value)
            .And("d.sort_at >= ?", query.From)
            .And("d.sort_at < ?", query.To);
    }

    private static void AddText(ReadQuery sql, SqlDialect dialect, OrderQuery query)
    {
        if (query.Text is { Length: > 0 } text)
        {
            var (o, like, pattern) = (Order(query), $"{dialect.Like} ? ESCAPE '\\'", Pattern(text));
            sql.Add($"AND ({o}.number {like} OR {o}.customer {like})", pattern, pattern);
        }
    }

    /// <summary>Where the order's own columns are.</summary>
    private static string Order(OrderQuery query) => query.Sku is null && query.Warehouse is null ? "d" : "o";

    private static string Pattern(string text) =>
        "%" + text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

    private static OrderSummary Summary(IRow row) => new(
        row.Text(0), (OrderStatus)row.Int64(1), row.Text(2), (int)row.Int64(3), row.DateOrNull(4), row.InstantOrNull(5),
        row.Int64(6), row.Int64(7),
        row.Text(8).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WarehouseId.Of).ToItems(), row.Int64(9));
}
