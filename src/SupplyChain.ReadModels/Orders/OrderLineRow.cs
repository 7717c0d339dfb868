using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>
/// A line with what figures need of it. It counts under the shipment that decides it: the one whose delivery was the
/// last; before that, the newest that carries units of it; before that, under the first warehouse that has units for
/// it, else the pinned one.
/// </summary>
internal sealed record OrderLineRow(
    int Line, Sku Sku, string? Pinned, long Quantity, long Cancelled, long Undecided, long Allocated, long Backordered,
    DateTimeOffset? WaitsSince, long Shipped, long Delivered, long Spoilt, long? FirstOrdered, long? FirstAllocated,
    long ClosedShort, DateOnly? Scheduled, DateOnly? DeliveredOn,
    bool Open, bool Complete, Money? Value, string Customer, string Country, string? Mode, string? Warehouse)
{
    /// <summary>The row of a line; <paramref name="allocations"/> are the line's own.</summary>
    public static OrderLineRow Of(Order order, OrderLine line, IEnumerable<Allocation> allocations)
    {
        var own = allocations.ToArray();
        var travelling = order.Shipments.IsEmpty ? null : Deciding(order, line.Line, own);
        var delivered = travelling is null ? 0 : order.DeliveredUnits(line.Line);
        var wanted = line.Quantity - line.Cancelled;
        var decided = order.FirstDecided || order.Rejection is not null;
        var deliveredAt = delivered > 0 ? order.LineDeliveredAt(line.Line) : null;
        return new(
            line.Line, line.Sku, line.Pinned?.Value, line.Quantity, line.Cancelled, line.Undecided,
            own.Where(a => a.State == AllocationState.Held).Sum(a => a.Quantity), line.Backordered,
            line.WaitsSince, own.Where(a => a.State == AllocationState.Shipped).Sum(a => a.Quantity),
            delivered, delivered > 0 ? order.SpoiltUnits(line.Line) : 0,
            decided ? line.FirstOrdered : null, decided ? line.FirstAllocated : null, line.ClosedShort,
            order.Scheduled(line), deliveredAt is { } at ? DateOnly.FromDateTime(at.DateTime) : null,
            order.Rejection is null && delivered < wanted, wanted > 0 && delivered == wanted,
            line.Value, order.Customer.Value, order.ShipTo!.Country, travelling?.Plan.Mode,
            travelling?.Plan.Warehouse.Value ?? own.FirstOrDefault()?.Warehouse.Value ?? line.Pinned?.Value);
    }

    private static OrderShipment? Deciding(Order order, int line, Allocation[] own)
    {
        var carrying = own.Where(a => a.Shipment is not null)
            .Select(a => order.Shipments[a.Shipment!.Value.Value]).ToArray();
        return carrying.Where(shipment => shipment.DeliveredAt is not null).MaxBy(shipment => shipment.DeliveredAt)
            ?? carrying.LastOrDefault();
    }
}
