using SupplyChain.Access;
using SupplyChain.Network;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>Reads the list of orders, the newest first.</summary>
public static class OrderList
{
    private const string Name = "orders";

    private static readonly ReadList<OrderSummary> List = new(
        Name, ["number"],
        new("number", "number") { Indexed = true },
        new("status", "status") { Indexed = true, FewValues = true },
        new("customer", "customer") { Indexed = true },
        new("priority", "priority") { Indexed = true, FewValues = true },
        new("requestedBy", "requested_by") { Indexed = true, LargestWhenMissing = true },
        new("placedAt", "placed_at")
        {
            WithOffset = true,
            SortedBy = "placed",
            Indexed = true,
            IsLargestWhenMissing = true,
        },
        new("units", "units"),
        new("backorderedUnits", "backordered"),
        new("warehouses", "warehouses")
        {
            Read = (row, at) => row.Text(at).Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(WarehouseId.Of).ToItems(),
        },
        new("version", "version"),
        new("promise", "promise") { LargestWhenMissing = true },
        new("readyUnits", "ready"));

    /// <summary>
    /// Orders, the newest first: by when they were placed, or recorded when that is unknown. <paramref name="today"/>
    /// decides what is late.
    /// </summary>
    public static Task<Page<OrderSummary>> OrdersAsync(
        this IReadModels models, TenantId tenant, OrderQuery query, DateOnly today, PageQuery page,
        WarehouseScope scope = default, CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, new(tenant, query, today, scope), page), cancellationToken);

    /// <summary>
    /// One page. A product, a warehouse, a customer or a status leads to its own orders, in this order; the other
    /// conditions are checked on the way.
    /// </summary>
    private static Page<OrderSummary> Read(IReadSession session, OrderConditions conditions, PageQuery page)
    {
        if (page.Sort is not null)
        {
            return List.Sorted(
                session, page, conditions.Query != new OrderQuery() || conditions.Scope.IsLimited,
                columns => conditions.Select(session.Dialect, columns));
        }
        var after = Cursor.Read(Name, page.After, 2);
        var ways = Filter.Ways(
            conditions.Skus("d.sku"), conditions.Warehouses("warehouse"), conditions.Customers("customer"),
            conditions.Statuses("status"));
        var rows = ReadQuery.First(page.Size() + 1, "d.sort_at DESC, d.number DESC", ways.SelectMany(Way))
            .All(session, row => (Entry: List.Item(row), SortAt: row.Int64(List.Width)));
        return Pages.Of(
            page, rows, row => row.Entry, row => Cursor.Write(Name, Cursor.Number(row.SortAt), row.Entry.Number.Value));

        IEnumerable<(ReadQuery, string)> Way(Filter[] filters) =>
            from way in From(session.Dialect, conditions, filters)
            select (Conditions(way, filters), $"{way.At} DESC, d.number DESC");

        ReadQuery Conditions((string Orders, string At, ReadQuery Sql) way, Filter[] filters)
        {
            way.Sql.And(session.Dialect, filters[2] with { Column = $"{way.Orders}.customer" })
                .And(session.Dialect, filters[3] with { Column = $"{way.Orders}.status" });
            conditions.AddRest(way.Sql, session.Dialect, way.Orders);
            return after is null ? way.Sql : way.Sql.Add(
                $"AND ({way.At}, d.number) < (?, ?)", Cursor.Number(after[0]), after[1]);
        }
    }

    /// <summary>Where the orders' own columns are, where their place is, and how they are come by.</summary>
    private static IEnumerable<(string Orders, string At, ReadQuery Sql)> From(
        SqlDialect dialect, OrderConditions conditions, Filter[] filters)
    {
        var tenant = conditions.Tenant.Value;
        var orders = $" {dialect.LookUp} orders o ON o.tenant = d.tenant AND o.number = d.number WHERE d.tenant = ?";
        var (skus, warehouses) = (filters[0], filters[1]);
        if (skus.Values.Length > 0)
        {
            var from = OrderConditions.LinesBySku(dialect, "d");
            var sql = new ReadQuery($"{Columns("o")} FROM {from}{orders}", tenant)
                .Add($"AND {OrderConditions.IsBySku("d")}").And(dialect, skus);
            return [("o", "d.sort_at", warehouses.Values.Length == 0 ? sql : sql
                .Add("AND EXISTS (SELECT 1 FROM order_warehouses w WHERE w.tenant = ?", tenant)
                .And(dialect, warehouses with { Column = "w.warehouse" })
                .Add("AND w.sort_at = d.sort_at AND w.number = d.number)"))];
        }
        if (warehouses.Values.Length > 0)
        {
            return [("o", "d.sort_at", new ReadQuery($"{Columns("o")} FROM order_warehouses d{orders}", tenant)
                .And(dialect, warehouses with { Column = "d.warehouse" }))];
        }
        // An index leads to a customer's, and to the few that wait or can be released, in this order.
        if (filters[2].Values.Length > 0 || conditions.Query is { Waiting: true } or { Ready: true })
        {
            return [("d", "d.sort_at", All("", tenant))];
        }
        var undated = filters[3].Values.Length > 0 ? "orders_undated_by_status" : "orders_undated";
        return
        [
            ("d", "d.placed", All("", tenant).Add($"AND d.placed < {OrderTable.UndatedText}")),
            ("d", "d.sort_at", All(dialect.Along(undated), tenant).Add($"AND d.placed = {OrderTable.UndatedText}")),
        ];
    }

    private static ReadQuery All(string along, string tenant) =>
        new($"{Columns("d")} FROM orders d {along} WHERE d.tenant = ?", tenant);

    /// <summary>The columns of an order, and what orders come by where no sort is given.</summary>
    private static string Columns(string o) => $"{List.ColumnsOf(o)}, {o}.sort_at";
}
