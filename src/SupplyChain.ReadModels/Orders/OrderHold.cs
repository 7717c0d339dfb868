using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Reserved units of an order in a warehouse that have not left.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Shipment">The shipment; empty while they are in none.</param>
/// <param name="Units">How many.</param>
/// <param name="Lines">
/// Of how many lines, each of which counts once in a warehouse: in the first of its shipments there.
/// </param>
internal sealed record OrderHold(WarehouseId Warehouse, string Shipment, long Units, long Lines)
{
    /// <summary>All of an order.</summary>
    public static OrderHold[] Of(Order order)
    {
        var held = order.Allocations.Where(allocation => allocation.State == AllocationState.Held)
            .OrderBy(Place, StringComparer.Ordinal);
        var counted = new HashSet<(WarehouseId, int)>();
        var holds = from allocation in held
                    group allocation by (allocation.Warehouse, Shipment: Place(allocation)) into same
                    select new OrderHold(
                        same.Key.Warehouse, same.Key.Shipment, same.Sum(allocation => allocation.Quantity),
                        same.Count(allocation => counted.Add((allocation.Warehouse, allocation.Line))));
        return [.. holds];
    }

    private static string Place(Allocation allocation) => allocation.Shipment?.Value ?? "";
}
