using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Reserved units of a line that would come from another warehouse.</summary>
/// <param name="Order">The order.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units.</param>
/// <param name="From">The warehouse they are reserved in.</param>
/// <param name="To">The warehouse they would be reserved in.</param>
[GenerateSerializer, Immutable, Alias("units-to-move")]
public sealed record UnitsToMove(
    [property: Id(0)] OrderId Order,
    [property: Id(1)] int Line,
    [property: Id(2)] Sku Sku,
    [property: Id(3)] long Quantity,
    [property: Id(4)] WarehouseId From,
    [property: Id(5)] WarehouseId To);
