using SupplyChain.Network;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>Reads the list of orders, the newest first.</summary>
public static class OrderList
{
    /// <summary>The list's name in cursors.</summary>
    internal const string Name = "orders";

    /// <summary>
    /// Orders, the newest first: by when they were placed, or recorded when that is unknown. <paramref name="today"/>
    /// decides what is late.
    /// </summary>
    public static Task<Page<OrderSummary>> OrdersAsync(
        this IReadModels models, TenantId tenant, OrderQuery query, DateOnly today, PageQuery page,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, new(tenant, query, today), page), cancellationToken);

    /// <summary>
    /// One page. A product, a warehouse, a customer or a status leads to its own orders, in this order; the other
    /// conditions are checked on the way.
    /// </summary>
    internal static Page<OrderSummary> Read(IReadSession session, OrderConditions conditions, PageQuery page)
    {
        if (page.Sort is not null)
        {
            return SortedOrders.Read(session, conditions, page);
        }
        var after = Cursor.Read(Name, page.After, 2);
        var ways = Filter.Ways(
            conditions.Skus("d.sku"), conditions.Warehouses("warehouse"), conditions.Customers("customer"),
            conditions.Statuses("status"));
        var rows = ReadQuery.First(page.Size() + 1, "d.sort_at DESC, d.number DESC", ways.Select(Way))
            .All(session, row => (Entry: Summary(row), SortAt: row.Int64(12)));
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

    /// <summary>The columns of <see cref="Summary"/>, and what orders come by where no sort is given.</summary>
    internal static string Columns(string o) => $"""
        SELECT {o}.number, {o}.status, {o}.customer, {o}.priority, {o}.requested_by, {o}.placed_at, {o}.units,
            {o}.backordered, {o}.warehouses, {o}.version, {o}.promise, {o}.ready, {o}.sort_at
        """;

    /// <summary>An order of <see cref="Columns"/>.</summary>
    internal static OrderSummary Summary(IRow row) => new(
        row.Text(0), (OrderStatus)row.Int64(1), row.Text(2), (int)row.Int64(3), row.DateOrNull(4), row.InstantOrNull(5),
        row.Int64(6), row.Int64(7),
        row.Text(8).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WarehouseId.Of).ToItems(), row.Int64(9),
        row.DateOrNull(10), row.Int64(11));
}
