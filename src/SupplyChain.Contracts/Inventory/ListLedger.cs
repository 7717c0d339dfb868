namespace SupplyChain.Inventory;

/// <summary>Lists a stock item's movements, newest first.</summary>
[GenerateSerializer, Immutable, Alias("list-ledger")]
public sealed record ListLedger([property: Id(0)] StockItemId StockItem, [property: Id(1)] PageQuery Page);
