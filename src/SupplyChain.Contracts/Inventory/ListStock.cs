namespace SupplyChain.Inventory;

/// <summary>Lists stock items by SKU and warehouse.</summary>
[GenerateSerializer, Immutable, Alias("list-stock")]
public sealed record ListStock([property: Id(0)] StockQuery Query, [property: Id(1)] PageQuery Page);
