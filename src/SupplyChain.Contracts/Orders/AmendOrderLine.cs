using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>
/// New absolute values for a line, or a new line; what is null stays. A number that the order does not have adds a
/// line: it needs a product and a quantity.
/// </summary>
/// <param name="Line">The line's number.</param>
/// <param name="Quantity">Units as the order shows them, cancelled ones included: a larger value orders the difference,
/// a smaller one cuts it, 0 cancels what is open of the line. 0 to 1,000,000,000.</param>
/// <param name="RequestedBy">The date wanted.</param>
/// <param name="ClearRequestedBy">The line has no date of its own any more; not together with one.</param>
/// <param name="Sku">The product; of a line that exists only as it is.</param>
/// <param name="Warehouse">The only warehouse a new line may come from; of a line that exists only as it is.</param>
/// <param name="Value">What a new line is worth; of a line that exists only as it is.</param>
/// <param name="ClearWarehouse">No warehouse is named; of a line that exists only if it has none.</param>
/// <param name="ClearValue">No value is named; of a line that exists only if it has none.</param>
[GenerateSerializer, Immutable, Alias("amend-order-line")]
public sealed record AmendOrderLine(
    [property: Id(0)] int Line,
    [property: Id(1)] long? Quantity = null,
    [property: Id(2)] DateOnly? RequestedBy = null,
    [property: Id(3)] bool ClearRequestedBy = false,
    [property: Id(4)] Sku? Sku = null,
    [property: Id(5)] WarehouseId? Warehouse = null,
    [property: Id(6)] Money? Value = null,
    [property: Id(7)] bool ClearWarehouse = false,
    [property: Id(8)] bool ClearValue = false);
