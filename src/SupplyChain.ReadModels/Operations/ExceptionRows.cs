using SupplyChain.Journal;
using SupplyChain.Orders;
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
    private const long MicrosecondsPerDay = 86_400_000_000;

    private static readonly string ShipmentEntity = $"{Shipment.Kind}/";

    private const string NoRefused = "CAST(NULL AS bigint)";

    private static string Late(SqlDialect dialect) => FormattableString.Invariant($"""
        SELECT 'Late/{Order.Kind}/' || number AS id, {(int)ExceptionKind.Late} AS kind, 1 AS status,
            '{Order.Kind}/' || number AS entity, (min(scheduled) + 1 - {EpochDay}) * {MicrosecondsPerDay} AS since,
            CAST(sum(quantity - cancelled - delivered) AS bigint) AS units,
            'Not delivered by the scheduled date: line ' || string_agg(CAST(line AS text), ', ' ORDER BY line) || '.'
                AS reason,
            number AS number, string_agg(CAST(line AS text), ' ' ORDER BY line) AS lines,
            string_agg(sku, ' ' ORDER BY line) AS skus,
            string_agg(coalesce(warehouse, ''), ' ' ORDER BY line) AS warehouses, min(scheduled) AS promise,
            CAST(NULL AS bigint) AS expected, CAST(NULL AS bigint) AS ended_on, {NoRefused} AS refused
        FROM order_lines {dialect.Along("order_lines_open")} WHERE tenant = ? AND open = 1 AND scheduled < ?
        GROUP BY number
        """);

    private const string StatusNow = "CASE WHEN w.closed_at IS NULL THEN 2 ELSE 1 END";

    private static readonly string EndedOn = FormattableString.Invariant(
        $"CASE WHEN w.closed_at IS NULL THEN w.last_opened_at / {MicrosecondsPerDay} + {EpochDay} END");

    private static int EpochDay => DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

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
            units, row.Text(6), kind.Suggestion(), order is null ? null : new Inventory.DemandOwner(order).Order,
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

    private static ReadQuery From(SqlDialect dialect, string columns, string tenant, PlannersDay day, bool open) =>
        new ReadQuery($"WITH found AS ({Late(dialect)}", tenant, day.Today)
            .Add($"UNION ALL {Pinned(dialect)}", tenant)
            .Add($"UNION ALL {Picked(dialect)})", tenant)
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

    // It is closed, or it was while this waited.
    private static string Closed(string since) =>
        $"(w.closed_at IS NOT NULL OR w.last_opened_at > {since})";

    private static string ClosedSince(string since) => $"""
        CASE WHEN coalesce(w.closed_at, w.last_closed_at) > {since} THEN coalesce(w.closed_at, w.last_closed_at)
            ELSE {since} END
        """;

    private static string Pinned(SqlDialect dialect) => FormattableString.Invariant($"""
        SELECT 'PinnedUnavailable/{Order.Kind}/' || l.number, {(int)ExceptionKind.PinnedUnavailable}, min({StatusNow}),
            '{Order.Kind}/' || l.number, max({ClosedSince("l.waits_since")}), CAST(sum(l.backordered) AS bigint),
            'Line ' || string_agg(CAST(l.line AS text), ', ' ORDER BY l.line)
                || ' may only come from ' || min(l.pinned) || ', which is closed.',
            l.number, string_agg(CAST(l.line AS text), ' ' ORDER BY l.line), string_agg(l.sku, ' ' ORDER BY l.line),
            string_agg(l.pinned, ' ' ORDER BY l.line), min(l.scheduled), CAST(NULL AS bigint), max({EndedOn}),
            {NoRefused}
        FROM warehouses w {dialect.LookUp} order_lines l {dialect.Along("order_lines_pinned")}
            ON l.tenant = w.tenant AND l.pinned = w.id AND l.pinned IS NOT NULL AND l.backordered > 0
                AND {Closed("l.waits_since")}
        WHERE w.tenant = ? GROUP BY l.number
        """);

    private static string Picked(SqlDialect dialect) => FormattableString.Invariant($"""
        SELECT 'WarehouseClosed/{Shipment.Kind}/' || s.id, {(int)ExceptionKind.WarehouseClosed}, {StatusNow},
            '{Shipment.Kind}/' || s.id, {ClosedSince("s.picked_at")}, s.picked_units,
            'Warehouse ' || s.warehouse || ' closed after picking began.', s.number, coalesce(s.picked_lines, ''),
            coalesce(s.picked_skus, ''), s.warehouse, s.promise, s.picked_expected, {EndedOn}, {NoRefused}
        FROM warehouses w {dialect.LookUp} shipments s {dialect.Along("shipments_picked")}
            ON s.tenant = w.tenant AND s.warehouse = w.id AND s.picked_at IS NOT NULL AND {Closed("s.picked_at")}
        WHERE w.tenant = ?
        """);
}
