using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>Which stock items to list; what is null does not filter.</summary>
[GenerateSerializer, Immutable, Alias("stock-query")]
public sealed record StockQuery([property: Id(0)] Sku? Sku = null, [property: Id(1)] WarehouseId? Warehouse = null);
