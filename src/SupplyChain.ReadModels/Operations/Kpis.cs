using System.Runtime.InteropServices;
using SupplyChain.Access;
using SupplyChain.Tables;

namespace SupplyChain.Operations;

/// <summary>Figures, added up from the sums that are kept for years, months and days.</summary>
public static class Kpis
{
    // What is due has none of these.
    private const string NoSums = "0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0";

    private const string Sums = """
        lines, delivered, dated, on_time, on_time_in_full, first_allocated, first_ordered, shipped, valued,
            value_thousands, value_units, value_billionths
        """;

    // As one row for each key, where that spares the way for many.
    private static readonly string Added = "SELECT key, currency, CAST(1 AS bigint) AS times, " + string.Join(", ",
        from column in $"{Sums}, due".Split(',', StringSplitOptions.TrimEntries)
        select $"CAST(sum(times * {column}) AS bigint) AS {column}");

    /// <summary>Figures over order lines. <paramref name="today"/> decides what is overdue.</summary>
    public static Task<KpiReply> KpisAsync(
        this IReadModels models, TenantId tenant, KpiQuery query, DateOnly today,
        WarehouseScope scope = default, CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, query, today, scope), cancellationToken);

    /// <summary>The figures of a period, or of all time.</summary>
    internal static KpiReply Read(
        IReadSession session, TenantId tenant, KpiQuery query, DateOnly today, WarehouseScope scope = default)
    {
        var parts = new Dictionary<(string Key, string Currency), KpiSum>();
        var overdue = new Dictionary<string, long>();
        if (Question(session.Dialect, tenant, query, today, scope) is { } question)
        {
            if (session.Dialect.GroupsUnsorted)
            {
                question = question.Within(Added + " FROM (", ") AS parts GROUP BY key, currency");
            }
            question.Each(session, row => Add(row, parts, overdue));
        }
        var groups = from part in parts
                     where part.Value.Lines != 0
                     group (part.Key.Currency, part.Value) by part.Key.Key;
        var seen = groups.ToDictionary(group => group.Key, group => group.ToArray());
        return new(
            KpiSum.Figures([.. seen.Values.SelectMany(group => group)], overdue.Values.Sum()),
            query.GroupBy is null ? null : Groups(seen, overdue));
    }

    private static Items<KpiGroup> Groups(
        Dictionary<string, (string, KpiSum)[]> sums, Dictionary<string, long> overdue) =>
        sums.Keys.Union(from due in overdue where due.Value != 0 select due.Key)
            .Order(StringComparer.Ordinal)
            .Select(key => new KpiGroup(
                key, KpiSum.Figures(sums.GetValueOrDefault(key, []), overdue.GetValueOrDefault(key))))
            .ToItems();

    private static void Add(
        IRow row, Dictionary<(string, string), KpiSum> parts, Dictionary<string, long> overdue)
    {
        var (key, times, due) = (row.Text(0), row.Int64(2), row.Int64(15));
        if (due != 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(overdue, key, out _) += times * due;
        }
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(parts, (key, row.Text(1)), out _);
        sum += times * new KpiSum(
            row.Int64(3), row.Int64(4), row.Int64(5), row.Int64(6), row.Int64(7), row.Int64(8), row.Int64(9),
            row.Int64(10), row.Int64(11), new(row.Int64(12), row.Int64(13), row.Int64(14)));
    }

    /// <summary>
    /// One question about every part, so that all are seen at the same position; null when the period is empty. A line
    /// belongs to the day it was delivered on; while it is not, to the day it was scheduled for.
    /// </summary>
    private static ReadQuery? Question(
        SqlDialect dialect, TenantId tenant, KpiQuery query, DateOnly today, WarehouseScope scope)
    {
        // All lines together have no warehouse: those of some are added up from each warehouse's.
        var grouping = (int?)(scope.IsLimited ? KpiGrouping.Warehouse : query.GroupBy) ?? KpiRow.Ungrouped;
        var (from, to) = (query.From ?? DateOnly.MinValue, query.To ?? DateOnly.MaxValue);
        IEnumerable<KpiPeriod.Part> delivered = query is { From: null, To: null }
            ? [new(KpiSpan.Ever, 0, 1, 1)]
            : KpiPeriod.Parts(from, to);
        ReadQuery? all = null;
        foreach (var part in delivered)
        {
            Add($"SELECT key, currency, CAST(? AS bigint) AS times, {Sums}, CAST(0 AS bigint) AS due FROM kpis", part);
        }
        foreach (var part in KpiPeriod.Parts(from, to < today ? to : today))
        {
            Add($"SELECT key, '', CAST(? AS bigint), {NoSums}, lines FROM kpi_due", part);
        }
        return all;

        void Add(string select, KpiPeriod.Part part)
        {
            all = all is null ? new(select, part.Times) : all.Add("UNION ALL " + select, part.Times);
            all.Add(
                "WHERE tenant = ? AND grouping = ? AND span = ? AND start >= ? AND start < ?",
                tenant.Value, grouping, (int)part.Span, part.From, part.To).And(dialect, scope.On("key"));
        }
    }
}
