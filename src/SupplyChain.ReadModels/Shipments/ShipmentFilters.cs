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

    /// <summary>How a shipment stands on a day.</summary>
    public static string Standing(DateOnly today) => FormattableString.Invariant(
        $"CASE WHEN d.late_after < {today.DayNumber} THEN {(int)ShipmentStanding.Late} ELSE d.standing END");

    /// <summary>Conditions that an index leads through; the first that has values leads to the rows.</summary>
    public static Filter[] Leading(ShipmentQuery query) =>
    [
        Filter.Of("d.number", query.Order, query.Orders, order => order.Value),
        Filter.Of("d.warehouse", query.Warehouse, query.Warehouses, warehouse => warehouse.Value),
        Filter.Of("d.status", query.Status, query.Statuses),
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
        var sql = new ReadQuery($"{columns} WHERE d.tenant = ?", tenant.Value);
        Filter[] all =
        [
            .. asked.Leading, new("d.carrier", [.. query.Carriers]), new("d.mode", [.. query.Modes]),
            Filter.Of(Standing(today), null, query.Standings),
        ];
        foreach (var filter in all)
        {
            sql.And(dialect, filter);
        }
        if (query.Open)
        {
            sql.Add("AND d.open = 1");
        }
        AddListed(sql, dialect, tenant, ("d.number", "number", "orders"), Filter.Of(
            "customer", null, query.Customers, customer => customer.Value));
        AddListed(sql, dialect, tenant, ("d.id", "id", "shipment_skus"), Filter.Of(
            "sku", null, query.Skus, sku => sku.Value));
        AddText(sql, dialect, query.Text);
        return AddPeriods(sql, query);
    }

    /// <summary>How many there are, and how they stand.</summary>
    public static ShipmentCounts Count(IReadSession session, TenantId tenant, ShipmentQuery query, DateOnly today)
    {
        var counts = new ShipmentCounts(0, 0, 0, 0, 0, 0);
        var leading = Leading(query);
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

    private static void AddListed(
        ReadQuery sql, SqlDialect dialect, TenantId tenant, (string Of, string Column, string Table) list,
        Filter filter)
    {
        if (filter.Values.Length > 0)
        {
            sql.Add($"AND {list.Of} IN (SELECT {list.Column} FROM {list.Table} WHERE tenant = ?", tenant.Value)
                .And(dialect, filter).Add(")");
        }
    }

    private static void AddText(ReadQuery sql, SqlDialect dialect, string? text)
    {
        if (text is { Length: > 0 })
        {
            var (like, pattern) = ($"{dialect.Like} ? ESCAPE '\\'", SqlDialect.Containing(text));
            sql.Add($"AND (d.id {like} OR d.number {like} OR d.tracking_number {like})", pattern, pattern, pattern);
        }
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
