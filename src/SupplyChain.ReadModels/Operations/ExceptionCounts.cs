using SupplyChain.Access;
using SupplyChain.Tables;

namespace SupplyChain.Operations;

/// <summary>Counts the exceptions.</summary>
public static class ExceptionCounts
{
    /// <summary>How many exceptions match; the page does not matter.</summary>
    public static Task<ExceptionCount> CountExceptionsAsync(
        this IReadModels models, TenantId tenant, ListExceptions query, PlannersDay day,
        WarehouseScope scope = default, CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, query, day, scope), cancellationToken);

    /// <summary>How many match.</summary>
    internal static ExceptionCount Read(
        IReadSession session, TenantId tenant, ListExceptions query, PlannersDay day, WarehouseScope scope = default)
    {
        var kinds = Select("SELECT kind, count(*)").Add("GROUP BY kind ORDER BY kind")
            .All(session, row => new ExceptionKindCount((ExceptionKind)row.Int64(0), row.Int64(1)));
        if (kinds.Count == 0)
        {
            return new(0, 0, 0, []);
        }
        var (units, orders) = Select("SELECT number, kind, sum(units) AS units").Add("GROUP BY number, kind")
            .Within(
                "SELECT coalesce(CAST(sum(units) AS bigint), 0), count(number) FROM "
                + "(SELECT number, max(units) AS units FROM (", ") AS k GROUP BY number) AS o")
            .First(session, row => (row.Int64(0), row.Int64(1)));
        return new(kinds.Sum(kind => kind.Exceptions), units, orders, kinds.ToItems());

        ReadQuery Select(string columns) => ExceptionRows
            .Select(session.Dialect, columns, tenant, query, day).AndSeenException(session.Dialect, tenant, scope);
    }
}
