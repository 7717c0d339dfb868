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
        var held = order.Allocations.Where(allocation => allocation.State == AllocationState.Held).ToArray();
        if (held.Length == 0)
        {
            return [];
        }
        var counted = new HashSet<(WarehouseId, int)>(held.Length);
        var holds = new List<OrderHold>();
        foreach (var allocation in InOrderOfShipments(held))
        {
            var (place, shipment) = (allocation.Warehouse, Place(allocation));
            var lines = counted.Add((place, allocation.Line)) ? 1 : 0;
            var known = holds.FindIndex(hold => hold.Warehouse == place && hold.Shipment == shipment);
            if (known < 0)
            {
                holds.Add(new(place, shipment, allocation.Quantity, lines));
            }
            else
            {
                holds[known] = holds[known] with
                {
                    Units = holds[known].Units + allocation.Quantity,
                    Lines = holds[known].Lines + lines,
                };
            }
        }
        return [.. holds];
    }

    private static Allocation[] InOrderOfShipments(Allocation[] held) =>
        Array.TrueForAll(held, static allocation => allocation.Shipment is null)
            ? held
            : [.. held.OrderBy(Place, StringComparer.Ordinal)];

    private static string Place(Allocation allocation) => allocation.Shipment?.Value ?? "";
}
