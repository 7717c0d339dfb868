using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>Lists stock items by SKU and warehouse.</summary>
[GenerateSerializer, Immutable, Alias("list-stock")]
public sealed record ListStock([property: Id(0)] StockQuery Query, [property: Id(1)] PageQuery Page);

/// <summary>
/// Which stock items to list; what is null or empty does not filter. A single value and the values beside it are one
/// filter: a stock item passes when it fits any of them.
/// </summary>
/// <param name="Sku">Those of that product.</param>
/// <param name="Warehouse">Those in that warehouse.</param>
/// <param name="Skus">Those of one of these.</param>
/// <param name="Warehouses">Those in one of these.</param>
[GenerateSerializer, Immutable, Alias("stock-query")]
public sealed record StockQuery(
    [property: Id(0), Filter("sku", "Only that product.", Several = nameof(StockQuery.Skus))]
    Sku? Sku = null,
    [property: Id(1), Filter("warehouse", "Only that warehouse.", Several = nameof(StockQuery.Warehouses))]
    WarehouseId? Warehouse = null,
    [property: Id(2)] Items<Sku> Skus = default,
    [property: Id(3)] Items<WarehouseId> Warehouses = default);
