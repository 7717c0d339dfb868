namespace SupplyChain.Network;

/// <summary>The answer to a look ahead at a closing.</summary>
[GenerateSerializer, Immutable, Alias("closing-preview-reply")]
public sealed record ClosingPreviewReply : Reply<ClosingPreview>;
