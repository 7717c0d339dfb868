namespace SupplyChain.Inventory;

/// <summary>Units over all warehouses.</summary>
public sealed record StockTotals(long OnHand, long Reserved, long Available);
