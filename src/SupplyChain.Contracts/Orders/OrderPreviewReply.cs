namespace SupplyChain.Orders;

/// <summary>The answer to a look ahead at an order.</summary>
[GenerateSerializer, Immutable, Alias("order-preview-reply")]
public sealed record OrderPreviewReply : Reply<OrderPreview>;
