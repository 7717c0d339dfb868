using SupplyChain.Inventory;
using SupplyChain.Network;
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

    /// <summary>The list's name in cursors.</summary>
    public const string Name = "exceptions";

    /// <summary>What an exception is made of.</summary>
    public static readonly ReadList<ExceptionEntry> List = new(
        Name, ["id"],
        new("id", "id"),
        new("kind", "kind"),
        new("status", "status"),
        new("entity", "entity"),
        new("since", "since"),
        new("units", "units"),
        new("reason", "reason"),
        new("suggestion", "kind", "entity")
        {
            Read = (row, at) => ((ExceptionKind)row.Int64(at)).Suggestion(row.Text(at + 1)),
        },
        new("order", "number") { Read = (row, at) => Owner(row, at)?.Order },
        new("lines", "lines") { Read = (row, at) => Words(row, at).Select(line => int.Parse(line, null)).ToItems() },
        new("skus", "skus") { Read = (row, at) => Words(row, at).Select(Sku.Of).ToItems() },
        new("warehouse", "warehouses")
        {
            Read = (row, at) => Words(row, at) is [var only] ? WarehouseId.Of(only) : default(WarehouseId?),
        },
        new("shipment", "entity") { Read = (row, at) => ShipmentOf(row.Text(at)) },
        new("customer", "customer"),
        new("priority", "priority"),
        new("promise", "promise"),
        new("expected", "expected"),
        new("impact", "units", "number", "days_late", "score")
        {
            Read = (row, at) => new ExceptionImpact(
                row.Int64(at), row.IsNull(at + 1) ? 0 : 1, (int)row.Int64(at + 2), row.Int64(at + 3)),
            Key = SortKey<ExceptionEntry>.Number("impact", "score", entry => entry.Impact!.Score),
        },
        new("rows", "refused"),
        new("owner", "owner"),
        new("snoozedUntil", "snoozed_until"),
        new("note", "note"),
        new("resolution", "resolution"),
        new("version", "version"));

    /// <summary>Begins a question about columns of a tenant's exceptions, with the conditions of a query.</summary>
    public static ReadQuery Select(
        SqlDialect dialect, string columns, TenantId tenant, ListExceptions query, PlannersDay day)
    {
        var statuses = Filter.Of("status", query.Statuses, query.Status);
        var rows = From(dialect, columns, tenant.Value, day, OnlyOpen(statuses))
            .And(dialect, statuses)
            .And(dialect, Filter.Of("kind", query.Kinds, query.Kind))
            .And(dialect, Filter.Of("number", query.Orders))
            .And(dialect, Filter.Of("customer", query.Customers))
            .And(dialect, Filter.Of("owner", query.Owners));
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

    private static DemandOwner? Owner(IRow row, int column) =>
        row.TextOrNull(column) is { } owner ? new(owner) : null;

    private static ShipmentId? ShipmentOf(string entity) =>
        entity.StartsWith(ShipmentEntity, StringComparison.Ordinal) ? new(entity[ShipmentEntity.Length..]) : null;

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
            found.Add($"{before}{part.Sql}", [tenant, .. Enumerable.Repeat<object>(day.Today, part.Days)]);
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
