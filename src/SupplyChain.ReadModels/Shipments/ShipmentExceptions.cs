using SupplyChain.Operations;
using SupplyChain.Tables;
using static SupplyChain.Operations.FoundExceptions;

namespace SupplyChain.Shipments;

/// <summary>Exceptions of shipments that depend on a closed warehouse.</summary>
internal static class ShipmentExceptions
{
    /// <summary>Shipments that picking had begun of when their warehouse closed.</summary>
    public static FoundExceptions Picked(SqlDialect dialect) => new(FormattableString.Invariant($"""
        SELECT 'WarehouseClosed/{Shipment.Kind}/' || s.id, {(int)ExceptionKind.WarehouseClosed}, {ClosedStatus},
            '{Shipment.Kind}/' || s.id, {ClosedSince("s.picked_at")}, s.picked_units,
            'Warehouse ' || s.warehouse || ' closed after picking began.',
            CASE WHEN s.number NOT LIKE '%/%' THEN s.number END, coalesce(s.picked_lines, ''),
            coalesce(s.picked_skus, ''), s.warehouse, s.promise, s.picked_expected, {EndedOn}, {NoRefused}
        FROM warehouses w {dialect.LookUp} shipments s {dialect.Along("shipments_picked")}
            ON s.tenant = w.tenant AND s.warehouse = w.id AND s.picked_at IS NOT NULL AND {Closed("s.picked_at")}
        WHERE w.tenant = ?
        """));
}
