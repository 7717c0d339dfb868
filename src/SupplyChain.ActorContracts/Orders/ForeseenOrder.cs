namespace SupplyChain.Orders;

/// <summary>The answer to a look ahead at one of several orders.</summary>
[GenerateSerializer, Immutable, Alias("foreseen-order")]
public sealed record ForeseenOrder : Reply<OrderPreview>
{
    /// <summary>What would have happened to the stock after it.</summary>
    [Id(0)] public StockTrace After { get; init; } = StockTrace.None;
}
