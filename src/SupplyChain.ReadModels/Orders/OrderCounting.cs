using SupplyChain.Access;
using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>Counts orders.</summary>
public static class OrderCounting
{
    // Without an order there is nothing to sum up, which is no number.
    private const string Columns = """
        SELECT count(*), CAST(coalesce(sum(units), 0) AS bigint), CAST(coalesce(sum(backordered), 0) AS bigint),
            CAST(coalesce(sum(ready), 0) AS bigint), min(CASE WHEN placed_at IS NOT NULL THEN sort_at END)
        """;

    /// <summary>How many orders the same query lists, and of how many units.</summary>
    public static Task<OrderCount> CountOrdersAsync(
        this IReadModels models, TenantId tenant, OrderQuery query, DateOnly today,
        WarehouseScope scope = default, CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, new(tenant, query, today, scope)), cancellationToken);

    /// <summary>How many there are that meet the conditions.</summary>
    internal static OrderCount Read(IReadSession session, OrderConditions conditions) =>
        conditions.Select(session.Dialect, Columns).First(session, row => new OrderCount(
            row.Int64(0), row.Int64(1), row.Int64(2),
            row.IsNull(4) ? null : JournalTime.FromMicroseconds(row.Int64(4)), row.Int64(3)))!;
}
