using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>Units of a line that would wait for stock.</summary>
/// <param name="Order">The order.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units that do not wait now.</param>
/// <param name="Reason">What keeps the warehouse that comes next from serving them.</param>
[GenerateSerializer, Immutable, Alias("units-to-wait")]
public sealed record UnitsToWait(
    [property: Id(0)] OrderId Order,
    [property: Id(1)] int Line,
    [property: Id(2)] Sku Sku,
    [property: Id(3)] long Quantity,
    [property: Id(4)] RejectionReason Reason);
