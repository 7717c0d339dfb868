using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>What a product's supply takes along to another silo.</summary>
/// <param name="Items">Its stock items that have a history.</param>
/// <param name="Backlog">Its queue; null when that has none.</param>
[GenerateSerializer, Immutable, Alias("carried-supply")]
internal sealed record CarriedSupply(
    [property: Id(0)] Items<CarriedItem> Items, [property: Id(1)] CarriedState? Backlog);

/// <summary>One of its stock items.</summary>
[GenerateSerializer, Immutable, Alias("carried-item")]
internal sealed record CarriedItem([property: Id(0)] WarehouseId Warehouse, [property: Id(1)] CarriedState State);
