using SupplyChain.Shipments;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

/// <summary>What an order remembers of its shipments.</summary>
public sealed partial record Order
{
    private Order TakeRelease(Released released)
    {
        var shipmentOf = released.Shipments
            .SelectMany(shipment => shipment.Reservations.Select(key => (key, shipment.Id)))
            .ToDictionary(pair => pair.key, pair => pair.Id);
        return this with
        {
            Shipments = Shipments.SetItems(released.Shipments
                .Select(shipment => new OrderShipment(shipment, released.OccurredAt, OrderShipmentState.Planning))
                .Select(shipment => KeyValuePair.Create(
                    shipment.Plan.Id.Value, shipment with { Terms = TermsOf(shipment) }))),
            Allocations = Allocations.Select(a =>
                shipmentOf.TryGetValue(a.Key, out var id) ? a with { Shipment = id } : a).ToItems(),
            Lines = WaitAnewForShipments(),
        };
    }

    private Order Plan(ShipmentsPlanned planned)
    {
        var order = planned.Planned.Aggregate(this, (order, id) =>
            order.With(id, shipment => shipment with { State = OrderShipmentState.Planned }));
        return planned.Refused.Aggregate(order, (order, id) =>
            order.Unship(id) with { Shipments = order.Shipments.Remove(id.Value) });
    }

    private Order Unship(ShipmentId id) => With(id, shipment => shipment with
    {
        State = OrderShipmentState.Cancelled,
        Flag = null,
    }) with
    {
        Allocations = Allocations.Select(a => a.Shipment == id ? a with { Shipment = null } : a).ToItems(),
        Lines = WaitAnewForShipments(),
    };

    /// <summary>What did not leave although it was to, is undecided again: reality had taken it.</summary>
    private Order WithShipped(Shipped shipped)
    {
        var left = shipped.Units.ToDictionary(unit => unit.Reservation, unit => unit.Quantity);
        var missing = Allocations.Where(a => a.Shipment == shipped.Shipment)
            .Select(a => (a.Line, Quantity: a.Quantity - left.GetValueOrDefault(a.Key)))
            .Where(unit => unit.Quantity > 0).ToItems();
        var order = WithLines(missing, unit => unit.Line, (line, unit) =>
            line with { Undecided = line.Undecided + unit.Quantity, Lost = line.Lost + unit.Quantity });
        return order.With(shipped.Shipment, shipment => shipment with
        {
            State = OrderShipmentState.Shipped,
            ShippedAt = shipped.OccurredAt,
            Flag = null,
        }) with
        {
            Allocations = Allocations
                .Select(a => a.Shipment != shipped.Shipment ? a
                    : a with { State = AllocationState.Shipped, Quantity = left.GetValueOrDefault(a.Key) })
                .Where(a => a.Quantity > 0).ToItems(),
        };
    }

    /// <summary>What had been said to have left is in the shipment again.</summary>
    private Order TakeBack(ShipmentReturned returned) => With(returned.Shipment, shipment => shipment with
    {
        State = shipment.State == OrderShipmentState.Shipped ? OrderShipmentState.Planned : shipment.State,
        Reversals = returned.Returns,
        ShippedAt = null,
        DeliveredAt = null,
        Outcome = [],
    }) with
    {
        Allocations = Allocations.Select(a => a.Shipment == returned.Shipment && a.State == AllocationState.Shipped
            ? a with { State = AllocationState.Held }
            : a).ToItems(),
    };
}
