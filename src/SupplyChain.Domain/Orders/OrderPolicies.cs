using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>What the customer accepts binds every command, not only the placing.</summary>
public sealed partial record Order
{
    /// <summary>How many shipments may still be made; null for any number. One that was cancelled does not
    /// count.</summary>
    private int? ShipmentsLeft => Policy.MaxShipments is { } most
        ? Math.Max(0, most - Shipments.Values.Count(shipment => shipment.IsLive))
        : null;

    /// <summary>Warehouses from which a shipment will be made of what is allocated and not released.</summary>
    private IEnumerable<WarehouseId> UnreleasedWarehouses => Allocations
        .Where(a => a.Shipment is null && a.State != AllocationState.Shipped)
        .Select(a => a.Warehouse).Distinct();

    /// <summary>Lines that have units which nothing is reserved for.</summary>
    private IEnumerable<int> WithoutStock => Lines.Values
        .Where(line => line.Undecided + line.Backordered > 0).Select(line => line.Line);

    /// <summary>More units than before would need a shipment that the policy does not allow.</summary>
    private Refused? RefuseToGrow() =>
        Policy.ShipComplete && Allocations.Any(a => a.Shipment is not null)
            ? new(Refusal.ShipComplete, "The order ships complete, and a part of it is released already.")
        : ShipmentsLeft == 0
            ? new(Refusal.MaxShipments, $"All {Policy.MaxShipments} shipments that the order allows are made.")
        : null;

    /// <summary>Releasing these shipments would break what the customer accepts.</summary>
    private Refused? RefuseToRelease(Items<ReleasedShipment> shipments)
    {
        if (ShipmentsLeft is { } most && shipments.Count > most)
        {
            return new(
                Refusal.MaxShipments,
                $"The order allows {Policy.MaxShipments} shipments; that would be {shipments.Count - most} too many.");
        }
        if (!Policy.ShipComplete)
        {
            return null;
        }
        var released = shipments.SelectMany(shipment => shipment.Reservations).ToHashSet();
        var left = Allocations
            .Where(a => a.Shipment is null && a.State == AllocationState.Held && !released.Contains(a.Key))
            .Select(a => a.Line);
        var missing = WithoutStock.Union(left).Order().ToList();
        return missing.Count == 0 ? null : new(
            Refusal.ShipComplete,
            $"The order ships complete, and line {string.Join(", ", missing)} would be left behind.");
    }

    /// <summary>
    /// Shipments that may not leave any more: those that have lost every unit, and those of a ship-complete order of
    /// which something is not released any more. What is picked stays.
    /// </summary>
    public IEnumerable<OrderShipment> ShipmentsToWithdraw() => Shipments.Values.Where(shipment =>
        shipment is { State: OrderShipmentState.Planned, Stays: false } && (IsEmpty(shipment) || IsTorn));

    /// <summary>Whether a shipment has lost every unit.</summary>
    public bool IsEmpty(OrderShipment shipment) => !Allocations.Any(a => a.Shipment == shipment.Plan.Id);

    /// <summary>What came of withdrawing shipments.</summary>
    public static Decision<OrderEvent> DecideWithdrawn(
        Order order, IReadOnlyCollection<ShipmentId> cancelled, IReadOnlyCollection<ShipmentId> staying) =>
        Decision.Record<OrderEvent>(
        [
            .. cancelled.Select(id => new OrderEvent.ShipmentCancelled(id)),
            .. staying.Count > 0 ? [new OrderEvent.ShipmentsStay(staying.ToItems())] : Array.Empty<OrderEvent>(),
        ]);

    private bool IsTorn => Policy.ShipComplete
        && (WithoutStock.Any() || Allocations.Any(a => a is { Shipment: null, State: AllocationState.Held }));

    /// <summary>Takes back what waits of an increase: the customer allows no backorder.</summary>
    public static Decision<OrderEvent> DecideIncreaseWithdrawn(Order order) => order.Lines.Values
        .Where(line => line.IncreaseWaiting > 0)
        .Select(line => new WithdrawnUnits(line.Line, line.IncreaseWaiting)).ToItems() is { Count: > 0 } units
            ? [new OrderEvent.IncreaseWithdrawn(units)]
            : [];
}
