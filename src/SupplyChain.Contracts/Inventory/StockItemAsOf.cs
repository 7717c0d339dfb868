namespace SupplyChain.Inventory;

/// <summary>Asks for a stock item as it was then.</summary>
[GenerateSerializer, Immutable, Alias("stock-item-as-of")]
public sealed record StockItemAsOf([property: Id(0)] StockItemId Id, [property: Id(1)] AsOf Then);
