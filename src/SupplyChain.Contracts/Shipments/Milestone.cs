namespace SupplyChain.Shipments;

/// <summary>A milestone as it was reported.</summary>
[GenerateSerializer, Immutable, Alias("milestone")]
public sealed record Milestone(
    [property: Id(0)] MilestoneId Id,
    [property: Id(1)] MilestoneKind Kind,
    [property: Id(2)] DateTimeOffset? OccurredAt,
    [property: Id(3)] DateTimeOffset RecordedAt,
    [property: Id(4)] string? Location,
    [property: Id(5)] string? Note,
    [property: Id(6)] Items<DeliveredLine> Lines);
