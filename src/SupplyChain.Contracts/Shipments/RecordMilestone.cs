namespace SupplyChain.Shipments;

/// <summary>A milestone of a shipment. Recording the same again changes nothing.</summary>
/// <param name="Id">The milestone's number within the shipment.</param>
/// <param name="Kind">What it reports.</param>
/// <param name="OccurredAt">When.</param>
/// <param name="Location">Where, up to 200 characters.</param>
/// <param name="Note">Up to 200 characters.</param>
/// <param name="Lines">With <see cref="MilestoneKind.Delivered"/>: how much arrived with it of these lines, and nothing
/// of others; none means everything that is left, well. Deliveries add up.</param>
[GenerateSerializer, Immutable, Alias("record-milestone")]
public sealed record RecordMilestone(
    [property: Id(0)] MilestoneId Id,
    [property: Id(1)] MilestoneKind Kind,
    [property: Id(2)] OccurredAt OccurredAt = default,
    [property: Id(3)] string? Location = null,
    [property: Id(4)] string? Note = null,
    [property: Id(5)] Items<DeliveredLine> Lines = default);
