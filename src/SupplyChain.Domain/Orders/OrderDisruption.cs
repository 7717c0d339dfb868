using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

/// <summary>When reality takes stock away or a warehouse closes.</summary>
public sealed partial record Order
{
    /// <summary>
    /// Reservations were dropped: their units are sourced again. What is known or has left changes nothing. Of a grant
    /// that the order has not taken over yet it remembers what is left, so that it does not take over what is gone.
    /// </summary>
    public static Decision<OrderEvent> Decide(Order order, LoseReservations command)
    {
        var lost = from drop in command.Dropped
                   from held in order.Allocations
                   where held.Key == drop.Key && held.State == AllocationState.Held && held.Quantity > drop.Kept
                   select new ReservationLoss(drop.Key, held.Quantity - drop.Kept, drop.Kept);
        var ahead = command.Dropped.Select(ReservationLoss.Of).Where(drop =>
            drop.Key.Origin == ReservationOrigin.Backlog
            && order.Lines.TryGetValue(drop.Key.Line, out var line) && drop.Key.Attempt > line.GrantSeen
            && !order.Allocations.Any(held => held.Key == drop.Key) && !order.LostAhead.Contains(drop));
        var items = lost.Concat(ahead).ToItems();
        return items.Count == 0 ? [] : [new ReservationsLost(command.StockItem, items)];
    }

    /// <summary>
    /// A warehouse closed: what is held there and not in a shipment that stays is sourced again. <paramref
    /// name="cancelled"/> are the shipments that could be cancelled; one that was picked already stays.
    /// </summary>
    public static Decision<OrderEvent> Decide(
        Order order, LeaveWarehouse command, IReadOnlyCollection<ShipmentId> cancelled)
    {
        var moved = order.InWarehouse(command.Warehouse)
            .Where(a => a.Shipment is not { } shipment || cancelled.Contains(shipment))
            .Select(a => a.Key).ToItems();
        return Decision.Record<OrderEvent>(
        [
            .. cancelled.Select(id => new ShipmentCancelled(id)),
            .. moved.Count == 0 ? Array.Empty<OrderEvent>()
                : [new LeftWarehouse(command.Warehouse, command.Closing, moved, [])],
        ]);
    }

    /// <summary>Undispatched shipments that take goods out of a warehouse.</summary>
    public Items<ShipmentId> ShipmentsFrom(WarehouseId warehouse) => Shipments.Values
        .Where(shipment => shipment.Undispatched && shipment.Plan.Warehouse == warehouse)
        .Select(shipment => shipment.Plan.Id).ToItems();

    /// <summary>What a closing did to this order: the same answer as long as nothing else happens to its
    /// lines.</summary>
    public LeaveWarehouseReply LeaveReply(LeaveWarehouse command)
    {
        var lines = LeaveOf(command)?.Lines ?? [];
        var waiting = lines.Count(line => Lines[line].Backordered > 0);
        return new(lines.Count - waiting, waiting);
    }

    /// <summary>Shipments were told.</summary>
    public static Decision<OrderEvent> DecideFlagged(Order order, Items<ShipmentId> told) =>
        [new ShipmentsFlagged(told)];

    private WarehouseLeave? LeaveOf(LeaveWarehouse command) => Leaves.FirstOrDefault(leave =>
        leave.Warehouse == command.Warehouse && leave.Closing == command.Closing);

    private IEnumerable<Allocation> InWarehouse(WarehouseId warehouse) =>
        Allocations.Where(a => a.State == AllocationState.Held && a.Warehouse == warehouse);
}
