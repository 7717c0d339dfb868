namespace SupplyChain.Orders;

/// <summary>The answer to a quote.</summary>
[GenerateSerializer, Immutable, Alias("quote-reply")]
public sealed record QuoteReply : Reply<QuoteDetails>;
