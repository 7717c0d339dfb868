using SupplyChain.Journal;
using SupplyChain.Network;
using SupplyChain.Tables;

namespace SupplyChain.Inventory;

/// <summary>Reads who holds a product and who waits for it.</summary>
public static class HolderList
{
    private const string Own = "priority,since";

    private const string Columns =
        "SELECT number, line, customer, priority, state, units, warehouse, accepted_at, place";

    private static readonly string Reserved = FormattableString.Invariant($"""
        SELECT h.number AS number, h.line AS line, o.customer AS customer, o.priority AS priority,
            CAST({(int)HolderState.Reserved} AS bigint) AS state, h.units AS units, h.warehouse AS warehouse,
            o.accepted_at AS accepted_at, CAST(NULL AS bigint) AS place
        FROM line_holds h JOIN orders o ON o.tenant = h.tenant AND o.number = h.number
        WHERE h.tenant = ? AND h.sku = ?
        """);

    // The order in which the product's backlog serves them.
    private static readonly string Waiting = FormattableString.Invariant($"""
        SELECT l.number, l.line, o.customer, o.priority, CAST({(int)HolderState.Waiting} AS bigint), l.backordered,
            l.pinned, o.accepted_at, row_number() OVER (ORDER BY o.priority, o.accepted_at, l.number, l.line)
        FROM order_lines l JOIN orders o ON o.tenant = l.tenant AND o.number = l.number
        WHERE l.tenant = ? AND l.sku = ? AND l.backordered > 0
        """);

    private static readonly SortedList<StockHolder> Sorted = new(
        "holders", ["order", "line", "state", "warehouse"],
        SortKey<StockHolder>.Text("order", "number", holder => holder.Order.Value),
        SortKey<StockHolder>.Number("line", "line", holder => holder.Line),
        SortKey<StockHolder>.Text("customer", "customer", holder => holder.Customer.Value),
        SortKey<StockHolder>.Number("priority", "priority", holder => holder.Priority),
        SortKey<StockHolder>.Number("state", "state", holder => (long)holder.State),
        SortKey<StockHolder>.Number("units", "units", holder => holder.Units),
        SortKey<StockHolder>.Text("warehouse", "warehouse", holder => holder.Warehouse?.Value) with
        {
            MayBeNull = true,
        },
        SortKey<StockHolder>.Number("since", "accepted_at", holder => JournalTime.ToMicroseconds(holder.Since)),
        SortKey<StockHolder>.Number("place", "place", holder => holder.Place) with { MayBeNull = true });

    /// <summary>Who holds a product and who waits for it, by priority, then age.</summary>
    public static Task<Page<StockHolder>> HoldersAsync(
        this IReadModels models, TenantId tenant, HolderQuery query, PageQuery page,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, query, page), cancellationToken);

    /// <summary>One page, by priority and age unless another order is asked for.</summary>
    internal static Page<StockHolder> Read(IReadSession session, TenantId tenant, HolderQuery query, PageQuery page)
    {
        return Sorted.Read(session, page with { Sort = page.Sort ?? Own }, (Columns, true), Select, Holder);

        ReadQuery Select(string columns) =>
            new ReadQuery($"{columns} FROM ({Reserved}", tenant.Value, query.Sku.Value)
                .Add($"UNION ALL {Waiting}) AS d WHERE 1 = 1", tenant.Value, query.Sku.Value)
                .And("state = ?", query.State is { } state ? (int)state : null)
                .And(session.Dialect, Filter.Of("warehouse", null, query.Warehouses, site => site.Value));
    }

    private static StockHolder Holder(IRow row) => new(
        row.Text(0), (int)row.Int64(1), row.Text(2), (int)row.Int64(3), (HolderState)row.Int64(4), row.Int64(5),
        row.TextOrNull(6) is { } warehouse ? new WarehouseId(warehouse) : default(WarehouseId?),
        JournalTime.FromMicroseconds(row.Int64(7)), row.IsNull(8) ? null : (int)row.Int64(8));
}
