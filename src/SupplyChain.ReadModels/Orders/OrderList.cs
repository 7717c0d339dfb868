using SupplyChain.Access;
using SupplyChain.Network;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>Reads the list of orders, the newest first.</summary>
public static class OrderList
{
    private const string Name = "orders";

    // The indexes say it in the same words.
    private const string PlacedAt = "CASE WHEN placed_at IS NOT NULL THEN sort_at END";

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
            SortedBy = PlacedAt,
            Indexed = true,
            LargestWhenMissing = true,
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
        var rows = ReadQuery.First(page.Size() + 1, "d.sort_at DESC, d.number DESC", ways.Select(Way))
            .All(session, row => (Entry: List.Item(row), SortAt: row.Int64(List.Width)));
        return Pages.Of(
            page, rows, row => row.Entry, row => Cursor.Write(Name, Cursor.Number(row.SortAt), row.Entry.Number.Value));

        ReadQuery Way(Filter[] filters)
        {
            var (o, sql) = From(session.Dialect, conditions.Tenant, filters);
            sql.And(session.Dialect, filters[2] with { Column = $"{o}.customer" })
                .And(session.Dialect, filters[3] with { Column = $"{o}.status" });
            conditions.AddRest(sql, session.Dialect, o);
            return after is null ? sql : sql.Add(
                "AND (d.sort_at, d.number) < (?, ?)", Cursor.Number(after[0]), after[1]);
        }
    }

    /// <summary>Where the orders' own columns are, and how they are come by.</summary>
    private static (string Orders, ReadQuery Sql) From(SqlDialect dialect, TenantId tenant, Filter[] filters)
    {
        var orders =
            $" d {dialect.LookUp} orders o ON o.tenant = d.tenant AND o.number = d.number WHERE d.tenant = ?";
        var (skus, warehouses) = (filters[0], filters[1]);
        if (skus.Values.Length > 0)
        {
            var sql = new ReadQuery($"{Columns("o")} FROM order_skus" + orders, tenant.Value).And(dialect, skus);
            return ("o", warehouses.Values.Length == 0 ? sql : sql
                .Add("AND EXISTS (SELECT 1 FROM order_warehouses w WHERE w.tenant = ?", tenant.Value)
                .And(dialect, warehouses with { Column = "w.warehouse" })
                .Add("AND w.sort_at = d.sort_at AND w.number = d.number)"));
        }
        return warehouses.Values.Length > 0
            ? ("o", new ReadQuery($"{Columns("o")} FROM order_warehouses" + orders, tenant.Value)
                .And(dialect, warehouses with { Column = "d.warehouse" }))
            : ("d", new ReadQuery($"{Columns("d")} FROM orders d WHERE d.tenant = ?", tenant.Value));
    }

    /// <summary>The columns of an order, and what orders come by where no sort is given.</summary>
    private static string Columns(string o) => $"{List.ColumnsOf(o)}, {o}.sort_at";
}
