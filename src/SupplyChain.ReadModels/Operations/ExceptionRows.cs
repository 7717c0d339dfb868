using SupplyChain.Journal;
using SupplyChain.Shipments;
using SupplyChain.Tables;

namespace SupplyChain.Operations;

/// <summary>
/// The exceptions as rows. Those that one stream causes are in a table. A line that is late depends on the day, and
/// what waits in a closed warehouse on two streams: these are found now, from what is there now, and hide the row that
/// the last one of the kind and entity left when it ended. What people did about them is joined, and so are customer
/// and priority of the order.
/// </summary>
internal static class ExceptionRows
{
    private static readonly string ShipmentEntity = $"{Shipment.Kind}/";

    /// <summary>The columns of <see cref="Entry"/>.</summary>
    public const string Columns = """
        SELECT id, kind, status, entity, since, units, reason, number, lines, skus, warehouses, customer, priority,
            promise, expected, days_late, score, refused, owner, snoozed_until, note, resolution, version
        """;

    /// <summary>Begins a question about columns of a tenant's exceptions, with the conditions of a query.</summary>
    public static ReadQuery Select(
        SqlDialect dialect, string columns, TenantId tenant, ListExceptions query, PlannersDay day)
    {
        var statuses = Filter.Of("status", query.Status, query.Statuses);
        var rows = From(dialect, columns, tenant.Value, day, OnlyOpen(statuses))
            .And(dialect, statuses)
            .And(dialect, Filter.Of("kind", query.Kind, query.Kinds))
            .And(dialect, Filter.Of("number", null, query.Orders, order => order.Value))
            .And(dialect, Filter.Of("customer", null, query.Customers, customer => customer.Value))
            .And(dialect, new Filter("owner", [.. query.Owners.Distinct()]));
        Any(rows, dialect.Has("warehouses"), query.Warehouses.Select(warehouse => warehouse.Value));
        Any(rows, dialect.Has("skus"), query.Skus.Select(sku => sku.Value));
        if (query.Owned is { } owned)
        {
            rows.Add($"AND owner IS {(owned ? "NOT " : "")}NULL");
        }
        if (query.Snoozed is { } snoozed)
        {
            rows.Add($"AND snoozed_until IS {(snoozed ? "NOT " : "")}NULL");
        }
        return rows;
    }

    /// <summary>One with all its <see cref="Columns"/>.</summary>
    public static ExceptionEntry Entry(IRow row)
    {
        var (kind, units, order) = ((ExceptionKind)row.Int64(1), row.Int64(5), row.TextOrNull(7));
        var (entity, warehouses) = (row.Text(3), Words(row, 10));
        return new(
            row.Text(0), kind, (ExceptionStatus)row.Int64(2), entity, JournalTime.FromMicroseconds(row.Int64(4)),
            units, row.Text(6), kind.Suggestion(entity), order is null ? null : new Inventory.DemandOwner(order).Order,
            Words(row, 8).Select(line => int.Parse(line, null)).ToItems(),
            Words(row, 9).Select(sku => new Inventory.Sku(sku)).ToItems(),
            warehouses.Length == 1 ? new(warehouses[0]) : null,
            entity.StartsWith(ShipmentEntity, StringComparison.Ordinal) ? new(entity[ShipmentEntity.Length..]) : null,
            row.TextOrNull(11) is { } customer ? new(customer) : null,
            row.IsNull(12) ? null : (int)row.Int64(12), row.DateOrNull(13), row.DateOrNull(14),
            new(units, order is null ? 0 : 1, (int)row.Int64(15), row.Int64(16)),
            row.IsNull(17) ? null : row.Int64(17), row.TextOrNull(18),
            row.IsNull(19) ? null : JournalTime.FromMicroseconds(row.Int64(19)), row.TextOrNull(20),
            row.TextOrNull(21), row.Int64(22));
    }

    private static string[] Words(IRow row, int column) =>
        [.. row.Text(column).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];

    private static bool OnlyOpen(Filter statuses) => statuses.Values is [(long)ExceptionStatus.Open];

    private static void Any(ReadQuery rows, string condition, IEnumerable<string> values)
    {
        var any = values.Distinct().ToArray();
        if (any.Length > 0)
        {
            rows.Add($"AND ({string.Join(" OR ", any.Select(_ => condition))})", [.. any]);
        }
    }

    /// <summary>What each aggregate finds, one below the other.</summary>
    private static ReadQuery Found(SqlDialect dialect, string tenant, PlannersDay day)
    {
        var found = new ReadQuery("WITH found AS (");
        var before = "";
        foreach (var part in AggregateReadModels.All.SelectMany(aggregate => aggregate.Exceptions(dialect)))
        {
            found.Add($"{before}{part.Sql}", part.ByDay ? [tenant, day.Today] : [tenant]);
            before = "UNION ALL ";
        }
        return found;
    }

    private static ReadQuery From(SqlDialect dialect, string columns, string tenant, PlannersDay day, bool open) =>
        Found(dialect, tenant, day).Add(")")
            .Add(
                $"""
                {columns} FROM (
                    SELECT r.*, coalesce(refused, units) * (6 - coalesce(priority, 3))
                        * CASE WHEN days_late > 1 THEN days_late ELSE 1 END AS score
                    FROM (
                        SELECT d.*, CASE WHEN judged > promise THEN judged - promise ELSE 0 END AS days_late
                        FROM (
                            SELECT e.id, e.kind, e.entity, e.since, e.units, e.reason, e.number, e.lines, e.skus,
                                e.warehouses, e.promise, e.expected, e.refused, o.customer, o.priority,
                                CASE WHEN e.expected > e.day THEN e.expected ELSE e.day END AS judged,
                                CASE WHEN k.resolved_since = e.since THEN 2 ELSE e.status END AS status,
                                CASE WHEN k.resolved_since = e.since THEN k.resolved_reason END AS resolution,
                                k.owner, k.note, coalesce(k.version, 0) + 1 AS version,
                                CASE WHEN k.snoozed_since = e.since AND k.snoozed_until > ? THEN k.snoozed_until END
                                    AS snoozed_until
                            FROM (
                """,
                day.Now)
            .Add(
                $"""
                SELECT id, kind, CASE WHEN resolved_at IS NULL AND (until IS NULL OR until >= ?) THEN 1 ELSE 2 END
                    AS status, entity, since, units, reason, number, lines, skus, warehouses, promise, expected,
                    refused, {Day("CASE WHEN ended_on IS NULL OR until < ended_on THEN until ELSE ended_on END")}
                FROM exceptions {(open ? dialect.Along("exceptions_open") : "")}
                WHERE tenant = ? AND id NOT IN (SELECT id FROM found)
                """,
                day.Today, day.Today, day.Today, tenant)
            .Add(open ? "AND resolved_at IS NULL" : "")
            .Add(
                $"""
                UNION ALL
                SELECT id, kind, status, entity, since, units, reason, number, lines, skus, warehouses, promise,
                    expected, refused, {Day("ended_on")} FROM found
                """,
                day.Today, day.Today)
            .Add(
                """
                            ) AS e
                            LEFT JOIN orders o ON o.tenant = ? AND o.number = e.number
                            LEFT JOIN exception_work k ON k.tenant = ? AND k.id = e.id
                        ) AS d
                    ) AS r
                ) AS x WHERE 1 = 1
                """,
                tenant, tenant);

    /// <summary>Today, or the day before it that it ended on.</summary>
    private static string Day(string ended) =>
        $"CASE WHEN {ended} < CAST(? AS bigint) THEN {ended} ELSE CAST(? AS bigint) END AS day";
}
