namespace SupplyChain.Views;

/// <summary>The answer to a command on a saved view; one that was deleted is shown as it was.</summary>
[GenerateSerializer, Immutable, Alias("view-reply")]
public sealed record ViewReply : Reply<SavedView>;
