using SupplyChain.Operations;

namespace SupplyChain.Journal.ReadModels.Tables;

/// <summary>
/// Reads the exceptions, the newest first. Those that one stream causes are rows. A line that is late depends on the
/// day, and what waits in a closed warehouse on two streams: these are found now, from what is there now, and hide the
/// row that the last one of the kind and entity left when it ended.
/// </summary>
internal static class ExceptionList
{
    private const string Name = "exceptions";
    private const string Columns = "SELECT id, kind, status, entity, since, units, reason";

    private static readonly SortedList<ExceptionEntry> Sorted = new(
        Name, ["id"],
        SortKey<ExceptionEntry>.Text("id", "id", entry => entry.Id),
        SortKey<ExceptionEntry>.Number("kind", "kind", entry => (long)entry.Kind),
        SortKey<ExceptionEntry>.Number("status", "status", entry => (long)entry.Status),
        SortKey<ExceptionEntry>.Text("entity", "entity", entry => entry.Entity),
        SortKey<ExceptionEntry>.Number("since", "since", entry => JournalTime.ToMicroseconds(entry.Since)),
        SortKey<ExceptionEntry>.Number("units", "units", entry => entry.Units));

    private static readonly string Late = FormattableString.Invariant($"""
        SELECT 'Late/order/' || number AS id, {(int)ExceptionKind.Late} AS kind, 1 AS status,
        'order/' || number AS entity,
            (min(scheduled) + 1 - {EpochDay}) * {MicrosecondsPerDay} AS since,
            CAST(sum(quantity - cancelled - delivered) AS bigint) AS units,
            'Not delivered by the scheduled date: line ' || string_agg(CAST(line AS text), ', ' ORDER BY line) || '.'
                AS reason
        FROM order_lines WHERE tenant = ? AND open = 1 AND scheduled < ? GROUP BY number
        """);

    // It is closed, or it was while this waited.
    private static string Closed(string since) =>
        $"(w.closed_at IS NOT NULL OR w.last_opened_at > {since})";

    private static string ClosedSince(string since) => $"""
        CASE WHEN coalesce(w.closed_at, w.last_closed_at) > {since} THEN coalesce(w.closed_at, w.last_closed_at)
            ELSE {since} END
        """;

    private const string StatusNow = "CASE WHEN w.closed_at IS NULL THEN 2 ELSE 1 END";

    private static string Pinned(SqlDialect dialect) => FormattableString.Invariant($"""
        SELECT 'PinnedUnavailable/order/' || l.number, {(int)ExceptionKind.PinnedUnavailable}, min({StatusNow}),
            'order/' || l.number, max({ClosedSince("l.waits_since")}), CAST(sum(l.backordered) AS bigint),
            'Line ' || string_agg(CAST(l.line AS text), ', ' ORDER BY l.line)
                || ' may only come from ' || min(l.pinned) || ', which is closed.'
        FROM warehouses w {dialect.LookUp} order_lines l
            ON l.tenant = w.tenant AND l.pinned = w.id AND l.backordered > 0 AND {Closed("l.waits_since")}
        WHERE w.tenant = ? GROUP BY l.number
        """);

    private static string Picked(SqlDialect dialect) => FormattableString.Invariant($"""
        SELECT 'WarehouseClosed/shipment/' || s.id, {(int)ExceptionKind.WarehouseClosed}, {StatusNow},
            'shipment/' || s.id, {ClosedSince("s.picked_at")}, s.picked_units,
            'Warehouse ' || s.warehouse || ' closed after picking began.'
        FROM warehouses w {dialect.LookUp} shipments s
            ON s.tenant = w.tenant AND s.warehouse = w.id AND s.picked_at IS NOT NULL AND {Closed("s.picked_at")}
        WHERE w.tenant = ?
        """);

    private const long MicrosecondsPerDay = 86_400_000_000;

    private static int EpochDay => DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>One page.</summary>
    public static Page<ExceptionEntry> Read(IReadSession session, TenantId tenant, ListExceptions query, DateOnly today)
    {
        if (query.Page.Sort is not null)
        {
            return Sorted.Read(session, query.Page, (Columns, true), Select, Entry);
        }
        var rows = Select(Columns);
        if (Cursor.Read(Name, query.Page.After, 2) is [var since, var id])
        {
            // The id is kind/entity, and an entity has a slash of its own: it is the rest of the cursor.
            rows.Add("AND (since, id) < (?, ?)", Cursor.Number(since), id);
        }
        return Pages.Of(
            query.Page,
            rows.Add("ORDER BY since DESC, id DESC LIMIT ?", query.Page.Size() + 1)
                .All(session, row => (Entry: Entry(row), Since: row.Int64(4))),
            row => row.Entry, row => Cursor.Write(Name, Cursor.Number(row.Since), row.Entry.Id));

        ReadQuery Select(string columns) => Selected(session.Dialect, columns, tenant.Value, today)
            .And(session.Dialect, Filter.Of("status", query.Status, query.Statuses))
            .And(session.Dialect, Filter.Of("kind", query.Kind, query.Kinds));
    }

    private static ReadQuery Selected(SqlDialect dialect, string columns, string tenant, DateOnly today) =>
        new ReadQuery($"WITH found AS ({Late}", tenant, today)
            .Add($"UNION ALL {Pinned(dialect)}", tenant)
            .Add($"UNION ALL {Picked(dialect)})", tenant)
            .Add(
                $"""
                {columns} FROM (
                    SELECT id, kind, CASE WHEN resolved_at IS NULL AND (until IS NULL OR until >= ?) THEN 1 ELSE 2 END
                        AS status, entity, since, units, reason
                    FROM exceptions WHERE tenant = ? AND id NOT IN (SELECT id FROM found)
                    UNION ALL
                    SELECT id, kind, status, entity, since, units, reason FROM found
                ) AS e WHERE 1 = 1
                """,
                today, tenant);

    private static ExceptionEntry Entry(IRow row)
    {
        var kind = (ExceptionKind)row.Int64(1);
        return new(
            row.Text(0), kind, (ExceptionStatus)row.Int64(2), row.Text(3), JournalTime.FromMicroseconds(row.Int64(4)),
            row.Int64(5), row.Text(6), kind.Suggestion());
    }
}
