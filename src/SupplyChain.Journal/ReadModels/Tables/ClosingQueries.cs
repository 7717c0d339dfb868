using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Journal.ReadModels.Tables;

/// <summary>Reads what closed warehouses have still to let go.</summary>
internal static class ClosingQueries
{
    // A hold moves unless its shipment is picked; a picked shipment has to be told, once.
    private static readonly string ToMove = FormattableString.Invariant($"""
        (s.id IS NULL
            OR s.status IN ({(int)ShipmentStatus.Planned}, {(int)ShipmentStatus.Cancelled})
            OR (s.status IN ({(int)ShipmentStatus.Picked}, {(int)ShipmentStatus.Packed}) AND s.warehouse_closed = 0))
        """);

    private static readonly string Orders = $"""
        SELECT o.number FROM orders o
        WHERE o.tenant = ?1 AND o.number IN (
            SELECT h.number FROM order_holds h LEFT JOIN shipments s ON s.tenant = h.tenant AND s.id = h.shipment
            WHERE h.tenant = ?1 AND h.warehouse = ?2 AND {ToMove})
        ORDER BY o.priority, o.accepted_at, o.number LIMIT ?3
        """;

    private static readonly string Warehouses = $"""
        SELECT w.tenant, w.id FROM warehouses w
        WHERE w.closed_at IS NOT NULL AND EXISTS (
            SELECT 1 FROM order_holds h LEFT JOIN shipments s ON s.tenant = h.tenant AND s.id = h.shipment
            WHERE h.tenant = w.tenant AND h.warehouse = w.id AND {ToMove})
        ORDER BY w.tenant, w.id
        """;

    /// <summary>Orders that leaving the warehouse would still change.</summary>
    public static IReadOnlyList<OrderId> OrdersToMove(
        IReadSession session, TenantId tenant, WarehouseId warehouse, int limit) =>
        session[Orders].Bind(1, tenant.Value).Bind(2, warehouse.Value).Bind(3, limit)
            .All(row => new OrderId(row.Text(0)));

    /// <summary>Closed warehouses with such orders, of every tenant.</summary>
    public static IReadOnlyList<(TenantId Tenant, WarehouseId Warehouse)> ClosedWarehouses(IReadSession session) =>
        session[Warehouses].All(row => (new TenantId(row.Text(0)), new WarehouseId(row.Text(1))));
}
