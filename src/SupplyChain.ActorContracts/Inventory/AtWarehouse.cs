using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>A command to one of a product's stock items.</summary>
/// <param name="Warehouse">Where the stock item is.</param>
/// <param name="Command">The command.</param>
[GenerateSerializer, Immutable, Alias("at-warehouse`1")]
public sealed record AtWarehouse<T>([property: Id(0)] WarehouseId Warehouse, [property: Id(1)] T Command);
