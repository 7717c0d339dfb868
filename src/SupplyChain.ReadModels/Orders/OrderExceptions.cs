using SupplyChain.Operations;
using SupplyChain.Tables;
using static SupplyChain.Operations.FoundExceptions;

namespace SupplyChain.Orders;

/// <summary>Exceptions of orders that depend on the day or on a closed warehouse.</summary>
internal static class OrderExceptions
{
    /// <summary>Lines that were not delivered by their scheduled date.</summary>
    public static FoundExceptions Late(SqlDialect dialect) => new(FormattableString.Invariant($"""
        SELECT 'Late/{Order.Kind}/' || l.number AS id, {(int)ExceptionKind.Late} AS kind, 1 AS status,
            '{Order.Kind}/' || l.number AS entity, {After("min(l.scheduled)")} AS since,
            CAST(sum(l.quantity - l.cancelled - l.delivered) AS bigint) AS units,
            'Not delivered by the scheduled date: line ' || string_agg(CAST(l.line AS text), ', ' ORDER BY l.line)
                || '.' AS reason,
            l.number AS number, string_agg(CAST(l.line AS text), ' ' ORDER BY l.line) AS lines,
            string_agg(l.sku, ' ' ORDER BY l.line) AS skus,
            string_agg(coalesce(l.warehouse, ''), ' ' ORDER BY l.line) AS warehouses, min(l.scheduled) AS promise,
            CAST(NULL AS bigint) AS expected, CAST(NULL AS bigint) AS ended_on, {NoRefused} AS refused
        FROM orders o {dialect.Along("orders_due")}
            {dialect.LookUp} order_lines l ON l.tenant = o.tenant AND l.number = o.number
        WHERE o.tenant = ? AND o.due IS NOT NULL AND o.due < ? AND l.open = 1 AND l.scheduled < ? GROUP BY l.number
        """), Days: 2);

    /// <summary>Lines that wait for the only warehouse they may come from, which is closed.</summary>
    public static FoundExceptions Pinned(SqlDialect dialect) => new(FormattableString.Invariant($"""
        SELECT 'PinnedUnavailable/{Order.Kind}/' || l.number, {(int)ExceptionKind.PinnedUnavailable},
            min({ClosedStatus}),
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
        """));
}
