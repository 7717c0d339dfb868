namespace SupplyChain.Inventory;

/// <summary>The answer to a command on a product.</summary>
[GenerateSerializer, Immutable, Alias("product-reply")]
public sealed record ProductReply : Reply<ProductDetails>;
