namespace SupplyChain.Shipments;

/// <summary>A milestone that was reported by mistake.</summary>
/// <param name="Milestone">What was reported.</param>
/// <param name="VoidedAt">When it was voided.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("voided-milestone")]
public sealed record VoidedMilestone(
    [property: Id(0)] Milestone Milestone, [property: Id(1)] DateTimeOffset VoidedAt, [property: Id(2)] string Reason);
