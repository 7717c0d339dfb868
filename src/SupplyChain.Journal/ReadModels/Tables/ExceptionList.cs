using SupplyChain.Operations;

namespace SupplyChain.Journal.ReadModels.Tables;

/// <summary>
/// Reads the exceptions, the newest first. Those that one stream causes are rows; a line that is late depends on the
/// day, and a pinned line whose warehouse is closed on two streams, so these are found now and have no history.
/// </summary>
internal static class ExceptionList
{
    private const string Name = "exceptions";

    // ?1 tenant, ?2 today.
    private static readonly string All = FormattableString.Invariant($"""
        SELECT id, kind, CASE WHEN resolved_at IS NULL AND (until IS NULL OR until >= ?2) THEN 1 ELSE 2 END AS status,
            entity, since, units, reason
        FROM exceptions WHERE tenant = ?1
        UNION ALL
        SELECT 'Late/order/' || number, {(int)ExceptionKind.Late}, 1, 'order/' || number,
            (min(scheduled) + 1 - {EpochDay}) * {MicrosecondsPerDay},
            CAST(sum(quantity - cancelled - delivered) AS bigint),
            'Not delivered by the scheduled date: line ' || string_agg(CAST(line AS text), ', ' ORDER BY line) || '.'
        FROM order_lines WHERE tenant = ?1 AND open = 1 AND scheduled < ?2 GROUP BY number
        """);

    private static readonly string Pinned = FormattableString.Invariant($"""
        SELECT 'PinnedUnavailable/order/' || l.number, {(int)ExceptionKind.PinnedUnavailable}, 1, 'order/' || l.number,
            max(CASE WHEN w.closed_at > o.accepted_at THEN w.closed_at ELSE o.accepted_at END),
            CAST(sum(l.backordered) AS bigint),
            'Line ' || string_agg(CAST(l.line AS text), ', ' ORDER BY l.line)
                || ' may only come from ' || min(l.pinned) || ', which is closed.'
        """);

    private static string Selected(SqlDialect dialect) => $"""
        SELECT id, kind, status, entity, since, units, reason FROM (
        {All}
        UNION ALL
        {Pinned}
        FROM warehouses w
            {dialect.LookUp} order_lines l ON l.tenant = w.tenant AND l.pinned = w.id AND l.backordered > 0
            {dialect.LookUp} orders o ON o.tenant = l.tenant AND o.number = l.number
        WHERE w.tenant = ?1 AND w.closed_at IS NOT NULL GROUP BY l.number
        ) AS e WHERE (?3 IS NULL OR status = ?3) AND (?4 IS NULL OR kind = ?4)
            AND (?5 IS NULL OR (since, id) < (?5, ?6))
        ORDER BY since DESC, id DESC LIMIT ?7
        """;

    private const long MicrosecondsPerDay = 86_400_000_000;

    private static int EpochDay => DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>One page.</summary>
    public static Page<ExceptionEntry> Read(IReadSession session, TenantId tenant, ListExceptions query, DateOnly today)
    {
        var after = Cursor.Read(Name, query.Page.After, 2);
        // The id is kind/entity, and an entity has a slash of its own: it is the rest of the cursor.
        var rows = session[Selected(session.Dialect)].Bind(1, tenant.Value).Bind(2, today.DayNumber)
            .Bind(3, (long?)query.Status).Bind(4, (long?)query.Kind)
            .Bind(5, after is null ? null : Cursor.Number(after[0])).Bind(6, after?[1])
            .Bind(7, query.Page.Size() + 1)
            .All(row => (Entry: Entry(row), Since: row.Int64(4)));
        return Pages.Of(
            query.Page, rows, row => row.Entry, row => Cursor.Write(Name, Cursor.Number(row.Since), row.Entry.Id));
    }

    private static ExceptionEntry Entry(IRow row)
    {
        var kind = (ExceptionKind)row.Int64(1);
        return new(
            row.Text(0), kind, (ExceptionStatus)row.Int64(2), row.Text(3), JournalTime.FromMicroseconds(row.Int64(4)),
            row.Int64(5), row.Text(6), kind.Suggestion());
    }
}
