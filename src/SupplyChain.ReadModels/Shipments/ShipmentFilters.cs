using SupplyChain.Access;
using SupplyChain.Tables;

namespace SupplyChain.Shipments;

/// <summary>Which shipments a query is about, of a table <c>d</c>.</summary>
internal static class ShipmentFilters
{
    private const string Eta = "coalesce(d.eta, 9223372036854775807)"; // as its index says it
    private const string Promise = "coalesce(d.promise, 9223372036854775807)";
    private const string Present = "< 9223372036854775807";

    /// <summary>Of units with a shipment <c>s</c> or none: they can still be taken out of their warehouse.</summary>
    public static readonly string CanStillMove = FormattableString.Invariant($"""
        (s.id IS NULL OR s.status IN ({(int)ShipmentStatus.Planned}, {(int)ShipmentStatus.Cancelled}))
        """);

    /// <summary>How a shipment stands on a day, which is its number or stands for it.</summary>
    public static string Standing(string today) => FormattableString.Invariant(
        $"CASE WHEN d.late_after < {today} THEN {(int)ShipmentStanding.Late} ELSE d.standing END");

    /// <summary>How a shipment stands on a day.</summary>
    public static string Standing(DateOnly today) => Standing($"{today.DayNumber}");

    /// <summary>Conditions that an index leads through; the first that has values leads to the rows.</summary>
    public static Filter[] Leading(ShipmentQuery query, WarehouseScope scope) =>
    [
        Filter.Of("d.number", query.Orders, query.Order),
        Filter.Of("d.warehouse", query.Warehouses, query.Warehouse),
        Filter.Of("d.status", query.Statuses, query.Status),
        scope.On("d.warehouse"),
    ];

    /// <summary>Shipments <c>d</c>, along the index of the open ones when only these are asked for.</summary>
    public static string From(SqlDialect dialect, ShipmentQuery query, Filter[] leading) =>
        query.Open && leading.All(filter => filter.Values.Length == 0)
            ? $"FROM shipments d {dialect.Along("shipments_open")}"
            : "FROM shipments d";

    /// <summary>Begins a question about shipments with all conditions.</summary>
    public static ReadQuery Select(
        string columns, SqlDialect dialect, TenantId tenant, (ShipmentQuery Query, Filter[] Leading) asked,
        DateOnly today)
    {
        var query = asked.Query;
        return AddPeriods(
            new ReadQuery($"{columns} WHERE d.tenant = ?", tenant.Value)
                .And(dialect, asked.Leading)
                .And(dialect, Filter.Of("d.carrier", query.Carriers))
                .And(dialect, Filter.Of("d.mode", query.Modes))
                .And(dialect, Filter.Of(Standing(today), query.Standings))
                .AndIf(query.Open, "d.open = 1")
                .AndIn(dialect, "d.number", ("orders", "number"), tenant, Filter.Of("customer", query.Customers))
                .AndIn(dialect, "d.id", ("shipment_skus", "id"), tenant, Filter.Of("sku", query.Skus))
                .AndContains(dialect, query.Text, "d.id", "d.number", "d.tracking_number"),
            query);
    }

    /// <summary>How many there are, and how they stand.</summary>
    public static ShipmentCounts Count(
        IReadSession session, TenantId tenant, (ShipmentQuery Query, WarehouseScope Scope) asked, DateOnly today)
    {
        var query = asked.Query;
        var counts = new ShipmentCounts(0, 0, 0, 0, 0, 0);
        var leading = Leading(query, asked.Scope);
        Select(
            $"SELECT {Standing(today)}, count(*), CAST(sum(d.units) AS bigint) "
            + From(session.Dialect, query, leading),
            session.Dialect, tenant, (query, leading), today)
            .Add("GROUP BY 1").Each(session, row =>
            {
                var shipments = row.Int64(1);
                counts = counts with
                {
                    Shipments = counts.Shipments + shipments,
                    Units = counts.Units + row.Int64(2),
                };
                counts = (row.IsNull(0) ? null : (ShipmentStanding?)row.Int64(0)) switch
                {
                    ShipmentStanding.OnTime => counts with { OnTime = shipments },
                    ShipmentStanding.AtRisk => counts with { AtRisk = shipments },
                    ShipmentStanding.Late => counts with { Late = shipments },
                    ShipmentStanding.Unknown => counts with { Unknown = shipments },
                    _ => counts,
                };
            });
        return counts;
    }

    private static ReadQuery AddPeriods(ReadQuery sql, ShipmentQuery query)
    {
        if (query.PromisedFrom is not null || query.PromisedTo is not null)
        {
            sql.Add($"AND {Promise} {Present}")
                .And($"{Promise} >= ?", query.PromisedFrom).And($"{Promise} < ?", query.PromisedTo);
        }
        if (query.DeliveredFrom is not null || query.DeliveredTo is not null)
        {
            sql.Add(FormattableString.Invariant(
                $"AND d.open = 0 AND d.status = {(int)ShipmentStatus.Delivered} AND {Eta} {Present}"))
                .And($"{Eta} >= ?", query.DeliveredFrom).And($"{Eta} < ?", query.DeliveredTo);
        }
        return sql;
    }
}
