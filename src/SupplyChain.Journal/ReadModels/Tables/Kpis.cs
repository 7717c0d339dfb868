using SupplyChain.Operations;

namespace SupplyChain.Journal.ReadModels.Tables;

/// <summary>
/// Figures over order lines, added up in one pass. The rows are added here and not by the engine: it would sort a
/// million of them to group them, which takes longer than reading them.
/// </summary>
internal static class Kpis
{
    /// <summary>The figures of a period, or of all time.</summary>
    public static KpiReply Read(IReadSession session, TenantId tenant, KpiQuery query, DateOnly today)
    {
        var allTime = query is { From: null, To: null };
        var sums = new Dictionary<(string Key, string? Currency), KpiSum>();
        Lines(tenant, query, today).Each(session, row =>
        {
            var group = (row.Text(0), row.TextOrNull(1));
            if (!sums.TryGetValue(group, out var sum))
            {
                sums[group] = sum = new();
            }
            Add(sum, row, today.DayNumber, allTime);
        });
        var groups = from sum in sums
                     group sum by sum.Key.Key into same
                     select new KpiGroup(same.Key, Figures(same));
        return new(
            Figures(sums),
            query.GroupBy is null ? null : groups.OrderBy(group => group.Key, StringComparer.Ordinal).ToItems());
    }

    /// <summary>
    /// A line belongs to the day it was delivered on; while it is not, to the day it was scheduled for.
    /// </summary>
    private static ReadQuery Lines(TenantId tenant, KpiQuery query, DateOnly today)
    {
        var lines = new ReadQuery(
            $"""
            SELECT {Key(query.GroupBy)}, currency, complete, delivered_on, scheduled, spoilt + closed_short, open,
                first_allocated, quantity, cancelled, value_thousands, value_rest, first_ordered
            FROM order_lines WHERE tenant = ?
            """,
            tenant.Value);
        if (query is { From: null, To: null })
        {
            return lines;
        }
        var (from, to) = (query.From ?? DateOnly.MinValue, query.To ?? DateOnly.MaxValue);
        return lines.Add(
            "AND (delivered_on >= ? AND delivered_on < ? OR open = 1 AND scheduled >= ? AND scheduled < ?)",
            from, to, from, to < today ? to : today);
    }

    private static string Key(KpiGrouping? grouping) => grouping switch
    {
        null => "''",
        KpiGrouping.Mode => "coalesce(mode, 'unknown')",
        KpiGrouping.Country => "country",
        KpiGrouping.Warehouse => "coalesce(warehouse, 'unknown')",
        KpiGrouping.Customer => "customer",
        var other => throw new ArgumentOutOfRangeException(nameof(grouping), other, "There is no such group."),
    };

    private static void Add(KpiSum sum, IRow row, int today, bool allTime)
    {
        var complete = row.Int64(2) != 0;
        var hasDates = !row.IsNull(3) && !row.IsNull(4);
        if (complete)
        {
            sum.Delivered++;
            sum.Shipped += row.Int64(8) - row.Int64(9);
            sum.Dated += hasDates ? 1 : 0;
            var onTime = hasDates && row.Int64(3) <= row.Int64(4);
            sum.OnTime += onTime ? 1 : 0;
            sum.OnTimeInFull += onTime && row.Int64(5) == 0 ? 1 : 0;
            if (!row.IsNull(1))
            {
                sum.Valued++;
                sum.Thousands += row.Int64(10);
                sum.Rest += row.Int64(11);
            }
        }
        sum.Overdue += row.Int64(6) != 0 && !row.IsNull(4) && row.Int64(4) < today ? 1 : 0;
        if ((complete || allTime) && !row.IsNull(7) && !row.IsNull(12))
        {
            sum.FirstAllocated += row.Int64(7);
            sum.Ordered += row.Int64(12);
        }
    }

    private static KpiFigures Figures(IEnumerable<KeyValuePair<(string Key, string? Currency), KpiSum>> sums) =>
        KpiSum.Figures(sums.Select(pair => (pair.Key.Currency, pair.Value)).ToArray());
}
