using SupplyChain.Tables;

namespace SupplyChain.Tenants;

/// <summary>What tenants have used, but for their calls.</summary>
public static class UsageList
{
    private static readonly int Ever = UsageSums.Ever.DayNumber;

    /// <summary>The days of a period, and the bytes of all time.</summary>
    public static Task<(IReadOnlyList<UsageDay> Days, long Bytes)> UsageAsync(
        this IReadModels models, TenantId tenant, DateOnly from, DateOnly to,
        CancellationToken cancellationToken = default) =>
        models.AskAsync<(IReadOnlyList<UsageDay>, long)>(
            session => (Days(session, tenant, from, to), Bytes(session, tenant)), cancellationToken);

    /// <summary>New orders of a day and the bytes of all time, of every tenant.</summary>
    public static Task<IReadOnlyDictionary<TenantId, (long Orders, long Bytes)>> UsedAsync(
        this IReadModels models, DateOnly day, CancellationToken cancellationToken = default) =>
        models.AskAsync<IReadOnlyDictionary<TenantId, (long, long)>>(
            session => Used(session, day), cancellationToken);

    private static List<UsageDay> Days(IReadSession session, TenantId tenant, DateOnly from, DateOnly to) =>
        new ReadQuery(
            "SELECT day, orders, events, bytes FROM tenant_usage WHERE tenant = ? AND day > ?", tenant.Value, Ever)
            .Add("AND day >= ? AND day < ? ORDER BY day", from, to)
            .All(session, row => new UsageDay(
                DateOnly.FromDayNumber((int)row.Int64(0)), row.Int64(1), row.Int64(2), row.Int64(3), 0));

    private static long Bytes(IReadSession session, TenantId tenant) =>
        new ReadQuery("SELECT bytes FROM tenant_usage WHERE tenant = ? AND day = ?", tenant.Value, Ever)
            .First(session, row => row.Int64(0));

    private static Dictionary<TenantId, (long Orders, long Bytes)> Used(IReadSession session, DateOnly day)
    {
        var used = new Dictionary<TenantId, (long Orders, long Bytes)>();
        new ReadQuery("SELECT tenant, day, orders, bytes FROM tenant_usage WHERE day IN (?, ?)", Ever, day)
            .Each(session, row =>
            {
                var known = used.GetValueOrDefault(row.Text(0));
                used[row.Text(0)] = row.Int64(1) == Ever ? (known.Orders, row.Int64(3)) : (row.Int64(2), known.Bytes);
            });
        return used;
    }
}
