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
    /// The row of a line. No line before it is of the same product when <paramref name="skuFirst"/>.
    /// </summary>
    public static OrderLineRow Of(Order order, OrderLine line, bool skuFirst = false)
    {
        var (held, shipped, first, travelling) = (0L, 0L, default(Allocation), default(OrderShipment));
        foreach (var allocation in order.Allocations.AsSpan())
        {
            if (allocation.Line != line.Line)
            {
                continue;
            }
            first ??= allocation;
            held += allocation.State == AllocationState.Held ? allocation.Quantity : 0;
            shipped += allocation.State == AllocationState.Shipped ? allocation.Quantity : 0;
            travelling = allocation.Shipment is { } carrying
                ? Deciding(travelling, order.Shipments[carrying.Value])
                : travelling;
        }
        var delivered = travelling is null ? 0 : order.DeliveredUnits(line.Line);
        var wanted = line.Quantity - line.Cancelled;
        var decided = order.FirstDecided || order.Rejection is not null;
        var deliveredAt = delivered > 0 ? order.LineDeliveredAt(line.Line) : null;
        var (heldIn, heldBy) = held == 0 ? default : Held(order, line.Line);
        return new(
            line.Line, line.Sku, skuFirst, line.Pinned?.Value, line.Quantity, line.Cancelled, line.Undecided,
            held, heldIn, heldBy, line.Backordered, line.WaitsSince, shipped, delivered,
            delivered > 0 ? order.SpoiltUnits(line.Line) : 0,
            decided ? line.FirstOrdered : null, decided ? line.FirstAllocated : null, line.ClosedShort,
            order.Scheduled(line), deliveredAt is { } at ? DateOnly.FromDateTime(at.DateTime) : null,
            order.Rejection is null && delivered < wanted, wanted > 0 && delivered == wanted,
            line.Value, order.Customer.Value, order.ShipTo!.Country, travelling?.Plan.Mode,
            travelling?.Plan.Warehouse.Value ?? first?.Warehouse.Value ?? line.Pinned?.Value);
    }

    /// <summary>
    /// Where a line has units reserved that have not left: the warehouse, or the units by warehouse as JSON.
    /// </summary>
    public static (string? Warehouse, string? Several) Held(Order order, int line)
    {
        var (warehouse, several) = (default(string), default(SortedDictionary<string, long>));
        var first = 0L;
        foreach (var allocation in order.Allocations.AsSpan())
        {
            if (allocation.Line != line || allocation.State != AllocationState.Held)
            {
                continue;
            }
            var held = allocation.Warehouse.Value;
            if (several is null && (warehouse is null || warehouse == held))
            {
                (warehouse, first) = (held, first + allocation.Quantity);
                continue;
            }
            several ??= new(StringComparer.Ordinal) { [warehouse!] = first };
            several[held] = several.GetValueOrDefault(held) + allocation.Quantity;
        }
        return several is null ? (warehouse, null) : (null, JsonSerializer.Serialize(several));
    }

    /// <summary>Of two shipments that carry units of a line, the later one second, the one that decides it.</summary>
    private static OrderShipment Deciding(OrderShipment? known, OrderShipment next) =>
        known?.DeliveredAt is { } delivered && !(next.DeliveredAt > delivered) ? known : next;
}
