namespace SupplyChain.Shipments;

/// <summary>The last that was heard of a shipment: its newest milestone by when it happened.</summary>
/// <param name="Kind">What was reported.</param>
/// <param name="At">When it happened; null when unknown, which only counts while nothing else is known.</param>
/// <param name="RecordedAt">When it was learned.</param>
/// <param name="Location">Where, as reported.</param>
[GenerateSerializer, Immutable, Alias("shipment-report")]
public sealed record ShipmentReport(
    [property: Id(0)] MilestoneKind Kind,
    [property: Id(1)] DateTimeOffset? At,
    [property: Id(2)] DateTimeOffset RecordedAt,
    [property: Id(3)] string? Location);
