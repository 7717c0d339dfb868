namespace SupplyChain.Shipments;

/// <summary>The estimated (or actual) arrival and where the estimate comes from.</summary>
/// <param name="At">The instant; null when unknown.</param>
/// <param name="Reason">Why, for people.</param>
[GenerateSerializer, Immutable, Alias("eta")]
public sealed record Eta([property: Id(0)] DateTimeOffset? At, [property: Id(1)] string Reason);
