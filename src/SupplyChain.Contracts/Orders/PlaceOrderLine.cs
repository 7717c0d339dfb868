using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>One line of a new order.</summary>
/// <param name="Line">The line's number, 1 to 999,999,999, unique in the order.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units, 1 to 1,000,000,000.</param>
/// <param name="Warehouse">Pins the line to one warehouse.</param>
/// <param name="RequestedBy">The date wanted, when it differs from the order's.</param>
/// <param name="Value">The line's value.</param>
[GenerateSerializer, Immutable, Alias("place-order-line")]
public sealed record PlaceOrderLine(
    [property: Id(0)] int Line,
    [property: Id(1)] Sku Sku,
    [property: Id(2)] long Quantity,
    [property: Id(3)] WarehouseId? Warehouse = null,
    [property: Id(4)] DateOnly? RequestedBy = null,
    [property: Id(5)] Money? Value = null);
