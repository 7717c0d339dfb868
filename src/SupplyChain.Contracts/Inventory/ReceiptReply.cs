namespace SupplyChain.Inventory;

/// <summary>The answer to a receipt.</summary>
[GenerateSerializer, Immutable, Alias("receipt-reply")]
public sealed record ReceiptReply : Reply<ReceiptDetails>;
