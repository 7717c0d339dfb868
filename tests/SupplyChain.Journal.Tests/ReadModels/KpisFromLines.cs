using SupplyChain.Operations;
using SupplyChain.Tables;

namespace SupplyChain.Journal.ReadModels;

/// <summary>The figures added up over every line there is, which is what those that are kept have to equal.</summary>
internal static class KpisFromLines
{
    /// <summary>The figures of a period, or of all time.</summary>
    public static KpiReply Read(IReadSession session, TenantId tenant, KpiQuery query, DateOnly today)
    {
        var lines = new List<Line>();
        new ReadQuery(
            $"""
            SELECT {Key(query.GroupBy)}, currency, complete, delivered_on, scheduled, spoilt + closed_short, open,
                first_allocated, quantity - cancelled, value_thousands, value_rest, first_ordered
            FROM order_lines WHERE tenant = ?
            """,
            tenant.Value).Each(session, row => lines.Add(new(
                row.Text(0), row.TextOrNull(1), row.Int64(2) != 0, row.DateOrNull(3), row.DateOrNull(4), row.Int64(5),
                row.Int64(6) != 0, Number(row, 7), row.Int64(8), Number(row, 9), Number(row, 10), Number(row, 11))));
        var ever = query is { From: null, To: null };
        var (from, to) = (query.From ?? DateOnly.MinValue, query.To ?? DateOnly.MaxValue);
        var seen = lines.Where(line => ever || line.DeliveredOn >= from && line.DeliveredOn < to
            || line.Open && line.Scheduled >= from && line.Scheduled < to && line.Scheduled < today).ToArray();
        return new(
            Figures(seen, ever, today),
            query.GroupBy is null ? null : seen.GroupBy(line => line.Key)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new KpiGroup(group.Key, Figures([.. group], ever, today))).ToItems());
    }

    private static KpiFigures Figures(Line[] lines, bool ever, DateOnly today)
    {
        var done = lines.Where(line => line.Complete).ToArray();
        var dated = done.Where(line => line is { DeliveredOn: not null, Scheduled: not null }).ToArray();
        var onTime = dated.Where(line => line.DeliveredOn <= line.Scheduled).ToArray();
        var overdue = lines.Count(line => line.Open && line.Scheduled < today);
        var decided = lines.Where(line => (ever || line.Complete)
            && line is { FirstAllocated: not null, FirstOrdered: not null }).ToArray();
        var values = done.Where(line => line.Currency is not null).GroupBy(line => line.Currency!)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new Money(
                same.Sum(line => line.Thousands!.Value * 1_000m + line.Rest!.Value / 1e9m), same.Key))
            .ToItems();
        return new(
            done.Length, onTime.Length, Percent(onTime.Length, dated.Length),
            Percent(onTime.Count(line => line.Spoilt == 0), dated.Length + overdue),
            Percent(decided.Sum(line => line.FirstAllocated!.Value), decided.Sum(line => line.FirstOrdered!.Value)),
            done.Sum(line => line.Units),
            values.Count == 1 ? values[0].Amount : null, values.Count == 1 ? values[0].Currency : null,
            values.Count > 1 ? values : null);
    }

    private static long? Number(IRow row, int column) => row.IsNull(column) ? null : row.Int64(column);

    private static string Key(KpiGrouping? grouping) => grouping switch
    {
        null => "''",
        KpiGrouping.Mode => "coalesce(mode, 'unknown')",
        KpiGrouping.Country => "country",
        KpiGrouping.Warehouse => "coalesce(warehouse, 'unknown')",
        _ => "customer",
    };

    private static decimal? Percent(long part, long whole) =>
        whole == 0 ? null : Math.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero);

    private sealed record Line(
        string Key, string? Currency, bool Complete, DateOnly? DeliveredOn, DateOnly? Scheduled, long Spoilt, bool Open,
        long? FirstAllocated, long Units, long? Thousands, long? Rest, long? FirstOrdered);
}
