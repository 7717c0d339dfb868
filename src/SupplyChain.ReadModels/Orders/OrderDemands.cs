using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Operations.Verification;
using SupplyChain.Shipments;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>Orders own the demands of their lines.</summary>
internal sealed class OrderDemands : IOwnedDemands
{
    /// <inheritdoc/>
    public string Reserved(SqlDialect dialect) => $"""
        SELECT l.number AS owner, l.line AS line, o.customer AS customer, o.priority AS priority,
            CAST(coalesce(h.value, CAST(l.allocated AS text)) AS bigint) AS units,
            coalesce(h.key, l.held_in) AS warehouse, o.accepted_at AS since
        FROM order_lines l {dialect.Along("order_lines_held")}
            {dialect.LookUp} orders o ON o.tenant = l.tenant AND o.number = l.number
            {dialect.Members("l.held_by", "h")}
        WHERE l.tenant = ? AND l.sku = ? AND l.allocated > 0
        """;

    /// <inheritdoc/>
    public string Waiting => """
        SELECT l.number AS owner, l.line AS line, o.customer AS customer, o.priority AS priority,
            l.backordered AS units, l.pinned AS warehouse, o.accepted_at AS since
        FROM order_lines l JOIN orders o ON o.tenant = l.tenant AND o.number = l.number
        WHERE l.tenant = ? AND l.sku = ? AND l.backordered > 0
        """;

    /// <inheritdoc/>
    public string ToMove { get; } = $"""
        SELECT o.number AS owner, l.line AS line, l.sku AS sku, o.priority AS priority, o.accepted_at AS since
        FROM orders o JOIN order_lines l ON l.tenant = o.tenant AND l.number = o.number
        WHERE o.tenant = ?1 AND o.number IN (
            SELECT h.number FROM order_holds h LEFT JOIN shipments s ON s.tenant = h.tenant AND s.id = h.shipment
            WHERE h.tenant = ?1 AND h.warehouse = ?2 AND {ShipmentFilters.CanStillMove})
        """;

    /// <inheritdoc/>
    public string HoldsToMove { get; } = $"""
        SELECT 1 FROM order_holds h LEFT JOIN shipments s ON s.tenant = h.tenant AND s.id = h.shipment
        WHERE h.tenant = w.tenant AND h.warehouse = w.id AND {ShipmentFilters.CanStillMove}
        """;

    /// <inheritdoc/>
    public IEnumerable<StreamId> Owners(JournalFold fold) => fold.Of<Order, OrderEvent>().States.Keys;

    /// <inheritdoc/>
    public OwnerFacts? Find(StreamId owner, JournalFold fold) =>
        fold.Of<Order, OrderEvent>().States.GetValueOrDefault(owner) is not { } order ? null : new(
            order.Lines.ContainsKey,
            order.Allocations.Select(held => new ReservedUnits(
                held.Key, held.StockItem, held.State == AllocationState.Held ? held.Quantity : 0, held.Shipment)));
}
