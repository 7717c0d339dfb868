namespace SupplyChain.Inventory;

/// <summary>The answer to a look ahead at a stock item.</summary>
[GenerateSerializer, Immutable, Alias("stock-preview-reply")]
public sealed record StockPreviewReply : Reply<StockPreview>;
