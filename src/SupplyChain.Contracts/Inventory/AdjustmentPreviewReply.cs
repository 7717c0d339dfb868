namespace SupplyChain.Inventory;

/// <summary>The answer to a look ahead at an adjustment.</summary>
[GenerateSerializer, Immutable, Alias("adjustment-preview-reply")]
public sealed record AdjustmentPreviewReply : Reply<AdjustmentPreview>;
