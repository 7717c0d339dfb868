namespace SupplyChain.Inventory;

/// <summary>Where a product lies, as its stock items say themselves.</summary>
public sealed record ProductStock(Sku Sku, Items<StockLevel> Items, StockTotals Totals);
