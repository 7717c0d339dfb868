namespace SupplyChain.Inventory;

/// <summary>The answer to an adjustment.</summary>
[GenerateSerializer, Immutable, Alias("adjustment-reply")]
public sealed record AdjustmentReply : Reply<AdjustmentDetails>;
