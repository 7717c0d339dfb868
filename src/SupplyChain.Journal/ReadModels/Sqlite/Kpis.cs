using SupplyChain.Journal.Sqlite;
using SupplyChain.Operations;

namespace SupplyChain.Journal.ReadModels.Sqlite;

/// <summary>Figures over order lines, added up in one pass.</summary>
internal static class Kpis
{
    // ?1 tenant, ?2 from, ?3 to (days; null for all time), ?4 today.
    private const string Sums = """
        sum(complete),
        sum(complete AND delivered_on IS NOT NULL AND scheduled IS NOT NULL),
        sum(complete AND delivered_on <= scheduled),
        sum(complete AND delivered_on <= scheduled AND spoilt = 0),
        sum(open AND scheduled < ?4),
        sum(CASE WHEN complete OR ?2 IS NULL AND ?3 IS NULL THEN first_allocated END),
        sum(CASE WHEN (complete OR ?2 IS NULL AND ?3 IS NULL) AND first_allocated IS NOT NULL THEN quantity END),
        sum(CASE WHEN complete THEN quantity - cancelled END),
        sum(CASE WHEN complete THEN value_thousands END),
        sum(CASE WHEN complete THEN value_rest END),
        sum(complete AND currency IS NOT NULL)
        """;

    /// <summary>The figures of a period, or of all time.</summary>
    public static KpiReply Read(ReadSession session, TenantId tenant, KpiQuery query, DateOnly today)
    {
        var sums = session[Sql(query)]
            .Bind(1, tenant.Value).Bind(2, query.From).Bind(3, query.To).Bind(4, today.DayNumber)
            .All(Sum);
        var groups = from sum in sums
                     group sum by sum.Key into same
                     select new KpiGroup(same.Key, KpiSum.Figures(same.ToArray()));
        return new(
            KpiSum.Figures(sums),
            query.GroupBy is null ? null : groups.OrderBy(group => group.Key, StringComparer.Ordinal).ToItems());
    }

    /// <summary>A line belongs to the day it was delivered on; while it is not, to the day it was scheduled for.</summary>
    private static string Sql(KpiQuery query)
    {
        var period = query is { From: null, To: null } ? "" : """
            AND (delivered_on >= coalesce(?2, 0) AND delivered_on < coalesce(?3, 99999999)
                OR open = 1 AND scheduled >= coalesce(?2, 0) AND scheduled < min(coalesce(?3, 99999999), ?4))
            """;
        return $"SELECT {Key(query.GroupBy)}, currency, {Sums} FROM order_lines WHERE tenant = ?1 {period} GROUP BY 1, 2";
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

    private static KpiSum Sum(SqliteStatement row) => new(
        row.Text(0), row.TextOrNull(1), row.Int64(2), row.Int64(3), row.Int64(4), row.Int64(5), row.Int64(6), row.Int64(7),
        row.Int64(8), row.Int64(9), new(row.Int64(10), row.Int64(11)), row.Int64(12));
}
