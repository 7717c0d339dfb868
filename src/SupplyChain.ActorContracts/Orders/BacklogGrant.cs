using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Units reserved for a waiting line that its order has not taken over yet.</summary>
/// <param name="Order">The order.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Warehouse">Where they are reserved.</param>
/// <param name="Attempt">The number of the reservation, unique in the product's backlog.</param>
/// <param name="Quantity">How many units.</param>
/// <param name="Arrival">When they would arrive; null when unknown.</param>
/// <param name="Why">Why this warehouse.</param>
[GenerateSerializer, Immutable, Alias("backlog-grant")]
public sealed record BacklogGrant(
    [property: Id(0)] OrderId Order,
    [property: Id(1)] int Line,
    [property: Id(2)] WarehouseId Warehouse,
    [property: Id(3)] int Attempt,
    [property: Id(4)] long Quantity,
    [property: Id(5)] DateOnly? Arrival,
    [property: Id(6)] Why Why);
