using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Units that would be reserved for a line.</summary>
/// <param name="Order">The order.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units that are not reserved now.</param>
/// <param name="From">The warehouse they would come from.</param>
[GenerateSerializer, Immutable, Alias("units-to-fill")]
public sealed record UnitsToFill(
    [property: Id(0)] OrderId Order,
    [property: Id(1)] int Line,
    [property: Id(2)] Sku Sku,
    [property: Id(3)] long Quantity,
    [property: Id(4)] WarehouseId From);
