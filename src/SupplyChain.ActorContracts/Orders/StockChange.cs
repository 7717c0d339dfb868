using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Units of a stock item that would be free, or taken.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">Where.</param>
/// <param name="Units">Units, below zero when they would be taken.</param>
[GenerateSerializer, Immutable, Alias("stock-change")]
public sealed record StockChange(
    [property: Id(0)] Sku Sku, [property: Id(1)] WarehouseId Warehouse, [property: Id(2)] long Units);
