namespace SupplyChain.Orders;

/// <summary>The answer to a look ahead at an order.</summary>
[GenerateSerializer, Immutable, Alias("order-preview-reply")]
public sealed record OrderPreviewReply : Reply<OrderPreview>
{
    /// <summary>What would have happened to the stock after it.</summary>
    [Id(0)] public StockTrace After { get; init; } = StockTrace.None;
}
