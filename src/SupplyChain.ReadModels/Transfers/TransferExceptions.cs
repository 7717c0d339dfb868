using SupplyChain.Operations;
using SupplyChain.Tables;
using static SupplyChain.Operations.FoundExceptions;

namespace SupplyChain.Transfers;

/// <summary>Exceptions of transfers that depend on the day or on a closed warehouse.</summary>
internal static class TransferExceptions
{
    private const string Lines = """
        (SELECT string_agg(CAST(l.line AS text), ' ' ORDER BY l.line) FROM transfer_lines l
            WHERE l.tenant = t.tenant AND l.id = t.id)
        """;

    private const string Skus = """
        (SELECT string_agg(l.sku, ' ' ORDER BY l.line) FROM transfer_lines l
            WHERE l.tenant = t.tenant AND l.id = t.id)
        """;

    private const string OpenUnits = "t.waiting + t.reserved + t.in_transit";

    /// <summary>Transfers that have not arrived by the date they were wanted.</summary>
    public static FoundExceptions Late(SqlDialect dialect) => new(FormattableString.Invariant($"""
        SELECT 'Late/{Transfer.Kind}/' || t.id, {(int)ExceptionKind.Late}, 1, '{Transfer.Kind}/' || t.id,
            {After("t.requested_by")}, {OpenUnits}, 'Not in ' || t.destination || ' by the date it was wanted.',
            CAST(NULL AS text), {Lines}, {Skus}, t.destination, t.requested_by, CAST(NULL AS bigint),
            CAST(NULL AS bigint), {NoRefused}
        FROM transfers t {dialect.Along("transfers_open")} WHERE t.tenant = ? AND t.open = 1 AND t.requested_by < ?
        """), Days: 1);

    /// <summary>Transfers that wait for units of a source that is closed.</summary>
    public static FoundExceptions SourceClosed(SqlDialect dialect) => new(FormattableString.Invariant($"""
        SELECT 'PinnedUnavailable/{Transfer.Kind}/' || t.id, {(int)ExceptionKind.PinnedUnavailable}, {ClosedStatus},
            '{Transfer.Kind}/' || t.id, {ClosedSince("t.requested_at")}, t.waiting,
            'Its source ' || t.source || ' is closed.', CAST(NULL AS text), {Lines}, {Skus}, t.source, t.requested_by,
            CAST(NULL AS bigint), {EndedOn}, {NoRefused}
        FROM warehouses w {dialect.LookUp} transfers t {dialect.Along("transfers_from")}
            ON t.tenant = w.tenant AND t.source = w.id AND t.open = 1 AND t.waiting > 0
                AND {Closed("t.requested_at")}
        WHERE w.tenant = ?
        """));

    /// <summary>Transfers that are bound for a destination that is closed.</summary>
    public static FoundExceptions DestinationClosed(SqlDialect dialect) => new(FormattableString.Invariant($"""
        SELECT 'WarehouseClosed/{Transfer.Kind}/' || t.id, {(int)ExceptionKind.WarehouseClosed}, {ClosedStatus},
            '{Transfer.Kind}/' || t.id, {ClosedSince("t.requested_at")}, {OpenUnits},
            'Its destination ' || t.destination || ' is closed.', CAST(NULL AS text), {Lines}, {Skus}, t.destination,
            t.requested_by, CAST(NULL AS bigint), {EndedOn}, {NoRefused}
        FROM warehouses w {dialect.LookUp} transfers t {dialect.Along("transfers_to")}
            ON t.tenant = w.tenant AND t.destination = w.id AND t.open = 1 AND {Closed("t.requested_at")}
        WHERE w.tenant = ?
        """));
}
