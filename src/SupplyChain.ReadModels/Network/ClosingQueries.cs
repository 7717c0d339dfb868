using SupplyChain.Inventory;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Tables;

namespace SupplyChain.Network;

/// <summary>Reads what closed warehouses have still to let go, and what opened ones can give again.</summary>
internal static class ClosingQueries
{
    // A hold moves unless its shipment is picked.
    private static readonly string ToMove = FormattableString.Invariant($"""
        (s.id IS NULL OR s.status IN ({(int)ShipmentStatus.Planned}, {(int)ShipmentStatus.Cancelled}))
        """);

    private static readonly string Orders = $"""
        SELECT o.number, l.sku FROM orders o JOIN order_lines l ON l.tenant = o.tenant AND l.number = o.number
        WHERE o.tenant = ?1 AND o.number IN (
            SELECT h.number FROM order_holds h LEFT JOIN shipments s ON s.tenant = h.tenant AND s.id = h.shipment
            WHERE h.tenant = ?1 AND h.warehouse = ?2 AND {ToMove})
        ORDER BY o.priority, o.accepted_at, o.number, l.line
        """;

    private static readonly string Warehouses = $"""
        SELECT w.tenant, w.id FROM warehouses w
        WHERE w.closed_at IS NOT NULL AND EXISTS (
            SELECT 1 FROM order_holds h LEFT JOIN shipments s ON s.tenant = h.tenant AND s.id = h.shipment
            WHERE h.tenant = w.tenant AND h.warehouse = w.id AND {ToMove})
        ORDER BY w.tenant, w.id
        """;

    private const string Changed = "SELECT tenant, id, version FROM warehouses WHERE closed_at IS NULL AND version > 1";

    private const string Rationed = "SELECT sku FROM stock WHERE tenant = ?1 AND warehouse = ?2 AND rationed = 1";

    /// <summary>Orders that leaving the warehouse would still change.</summary>
    public static IReadOnlyList<OrderToMove> OrdersToMove(
        IReadSession session, TenantId tenant, WarehouseId warehouse) =>
        session[Orders].Bind(1, tenant.Value).Bind(2, warehouse.Value)
            .All(row => (Order: new OrderId(row.Text(0)), Sku: new Sku(row.Text(1))))
            .GroupBy(line => line.Order, line => line.Sku)
            .Select(order => new OrderToMove(order.Key, [.. order.Distinct()]))
            .ToList();

    /// <summary>Closed warehouses with such orders, of every tenant.</summary>
    public static IReadOnlyList<(TenantId Tenant, WarehouseId Warehouse)> ClosedWarehouses(IReadSession session) =>
        session[Warehouses].All(row => (new TenantId(row.Text(0)), new WarehouseId(row.Text(1))));

    /// <summary>Open warehouses that were changed since they were defined, of every tenant.</summary>
    public static IReadOnlyList<(TenantId Tenant, WarehouseId Warehouse, long Version)> ChangedOpenWarehouses(
        IReadSession session) =>
        session[Changed].All(row => (new TenantId(row.Text(0)), new WarehouseId(row.Text(1)), row.Int64(2)));

    /// <summary>Products whose stock in the warehouse is rationed.</summary>
    public static IReadOnlyList<Sku> RationedSkus(IReadSession session, TenantId tenant, WarehouseId warehouse) =>
        session[Rationed].Bind(1, tenant.Value).Bind(2, warehouse.Value).All(row => new Sku(row.Text(0)));
}
