using SupplyChain.Journal;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Tables;

namespace SupplyChain.Inventory;

/// <summary>Reads who holds a product and who waits for it.</summary>
public static class HolderList
{
    private const string Own = "priority,since";

    private const string Columns =
        "SELECT owner, line, customer, priority, state, units, warehouse, since, place";

    private static readonly string Reserved = FormattableString.Invariant($"""
        SELECT owner, line, customer, priority, CAST({(int)HolderState.Reserved} AS bigint) AS state, units, warehouse,
            since, CAST(NULL AS bigint) AS place
        FROM ({Together(demands => demands.Reserved)}) AS r
        """);

    // The order in which the product's backlog serves them.
    private static readonly string Waiting = FormattableString.Invariant($"""
        SELECT owner, line, customer, priority, CAST({(int)HolderState.Waiting} AS bigint) AS state, units, warehouse,
            since, row_number() OVER (ORDER BY priority, since, owner, line) AS place
        FROM ({Together(demands => demands.Waiting)}) AS w
        """);

    private static readonly SortedList<StockHolder> Sorted = new(
        "holders", ["order", "line", "state", "warehouse"],
        SortKey<StockHolder>.Text("order", "owner", holder => holder.Owner.Text),
        SortKey<StockHolder>.Number("line", "line", holder => holder.Line),
        SortKey<StockHolder>.Text("customer", "customer", holder => holder.Customer?.Value) with
        {
            MayBeNull = true,
        },
        SortKey<StockHolder>.Number("priority", "priority", holder => holder.Priority),
        SortKey<StockHolder>.Number("state", "state", holder => (long)holder.State),
        SortKey<StockHolder>.Number("units", "units", holder => holder.Units),
        SortKey<StockHolder>.Text("warehouse", "warehouse", holder => holder.Warehouse?.Value) with
        {
            MayBeNull = true,
        },
        SortKey<StockHolder>.Number("since", "since", holder => JournalTime.ToMicroseconds(holder.Since)),
        SortKey<StockHolder>.Number("place", "place", holder => holder.Place) with { MayBeNull = true });

    /// <summary>Who holds a product and who waits for it, by priority, then age.</summary>
    public static Task<Page<StockHolder>> HoldersAsync(
        this IReadModels models, TenantId tenant, HolderQuery query, PageQuery page,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, query, page), cancellationToken);

    /// <summary>One page, by priority and age unless another order is asked for.</summary>
    internal static Page<StockHolder> Read(IReadSession session, TenantId tenant, HolderQuery query, PageQuery page)
    {
        var asked = AggregateReadModels.Demands
            .SelectMany(_ => (object[])[tenant.Value, query.Sku.Value]).ToArray();
        return Sorted.Read(session, page with { Sort = page.Sort ?? Own }, (Columns, true), Select, Holder);

        ReadQuery Select(string columns) =>
            new ReadQuery($"{columns} FROM ({Reserved}", asked)
                .Add($"UNION ALL {Waiting}) AS d WHERE 1 = 1", asked)
                .And("state = ?", query.State is { } state ? (int)state : null)
                .And(session.Dialect, Filter.Of("warehouse", null, query.Warehouses, site => site.Value));
    }

    /// <summary>What the owners of every kind say, one below the other.</summary>
    private static string Together(Func<IOwnedDemands, string> part) =>
        string.Join("\nUNION ALL\n", AggregateReadModels.Demands.Select(part));

    private static StockHolder Holder(IRow row) => new(
        row.Text(0), (int)row.Int64(1),
        row.TextOrNull(2) is { } customer ? CustomerId.Of(customer) : default(CustomerId?), (int)row.Int64(3),
        (HolderState)row.Int64(4), row.Int64(5),
        row.TextOrNull(6) is { } warehouse ? new WarehouseId(warehouse) : default(WarehouseId?),
        JournalTime.FromMicroseconds(row.Int64(7)), row.IsNull(8) ? null : (int)row.Int64(8));
}
