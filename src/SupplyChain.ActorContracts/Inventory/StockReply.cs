namespace SupplyChain.Inventory;

/// <summary>The answer of a stock item.</summary>
[GenerateSerializer, Immutable, Alias("stock-reply")]
public sealed record StockReply : Reply<StockLevel>;
