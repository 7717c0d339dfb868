using System.Text.Json;
using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>
/// A line with what figures need of it. It counts under the shipment that decides it: the one whose delivery was the
/// last; before that, the newest that carries units of it; before that, under the first warehouse that has units for
/// it, else the pinned one.
/// </summary>
internal sealed record OrderLineRow(
    int Line, Sku Sku, bool SkuFirst, string? Pinned, long Quantity, long Cancelled, long Undecided, long Allocated,
    string? HeldIn, string? HeldBy, long Backordered, DateTimeOffset? WaitsSince, long Shipped, long Delivered,
    long Spoilt, long? FirstOrdered, long? FirstAllocated, long ClosedShort, DateOnly? Scheduled, DateOnly? DeliveredOn,
    bool Open, bool Complete, Money? Value, string Customer, string Country, string? Mode, string? Warehouse)
{
    /// <summary>
    /// The row of a line; <paramref name="allocations"/> are the line's own. No line before it is of the same product
    /// when <paramref name="skuFirst"/>.
    /// </summary>
    public static OrderLineRow Of(
        Order order, OrderLine line, IEnumerable<Allocation> allocations, bool skuFirst = false)
    {
        var own = allocations.ToArray();
        var travelling = order.Shipments.IsEmpty ? null : Deciding(order, line.Line, own);
        var delivered = travelling is null ? 0 : order.DeliveredUnits(line.Line);
        var wanted = line.Quantity - line.Cancelled;
        var decided = order.FirstDecided || order.Rejection is not null;
        var deliveredAt = delivered > 0 ? order.LineDeliveredAt(line.Line) : null;
        var (heldIn, heldBy) = Held(own);
        return new(
            line.Line, line.Sku, skuFirst, line.Pinned?.Value, line.Quantity, line.Cancelled, line.Undecided,
            own.Where(a => a.State == AllocationState.Held).Sum(a => a.Quantity), heldIn, heldBy, line.Backordered,
            line.WaitsSince, own.Where(a => a.State == AllocationState.Shipped).Sum(a => a.Quantity),
            delivered, delivered > 0 ? order.SpoiltUnits(line.Line) : 0,
            decided ? line.FirstOrdered : null, decided ? line.FirstAllocated : null, line.ClosedShort,
            order.Scheduled(line), deliveredAt is { } at ? DateOnly.FromDateTime(at.DateTime) : null,
            order.Rejection is null && delivered < wanted, wanted > 0 && delivered == wanted,
            line.Value, order.Customer.Value, order.ShipTo!.Country, travelling?.Plan.Mode,
            travelling?.Plan.Warehouse.Value ?? own.FirstOrDefault()?.Warehouse.Value ?? line.Pinned?.Value);
    }

    /// <summary>
    /// Where a line has units reserved that have not left: the warehouse, or the units by warehouse as JSON.
    /// </summary>
    public static (string? Warehouse, string? Several) Held(IEnumerable<Allocation> allocations)
    {
        var held = allocations.Where(allocation => allocation.State == AllocationState.Held).ToArray();
        if (held.Length == 0)
        {
            return default;
        }
        var first = held[0].Warehouse;
        if (Array.TrueForAll(held, allocation => allocation.Warehouse == first))
        {
            return (first.Value, null);
        }
        var units = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var allocation in held)
        {
            units[allocation.Warehouse.Value] =
                units.GetValueOrDefault(allocation.Warehouse.Value) + allocation.Quantity;
        }
        return (null, JsonSerializer.Serialize(units));
    }

    private static OrderShipment? Deciding(Order order, int line, Allocation[] own)
    {
        var carrying = own.Where(a => a.Shipment is not null)
            .Select(a => order.Shipments[a.Shipment!.Value.Value]).ToArray();
        return carrying.Where(shipment => shipment.DeliveredAt is not null).MaxBy(shipment => shipment.DeliveredAt)
            ?? carrying.LastOrDefault();
    }
}
