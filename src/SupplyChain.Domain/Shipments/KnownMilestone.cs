namespace SupplyChain.Shipments;

/// <summary>A milestone that was reported, as it is stored.</summary>
/// <param name="Id">Its number within the shipment.</param>
/// <param name="Kind">What was reported.</param>
/// <param name="OccurredAt">When it happened; null when unknown.</param>
/// <param name="RecordedAt">When it was learned.</param>
/// <param name="Location">Where.</param>
/// <param name="Note">What was noted with it.</param>
/// <param name="Lines">Of a delivery: how much arrived with it of these lines; none means all that is left.</param>
public sealed record KnownMilestone(
    MilestoneId Id,
    MilestoneKind Kind,
    DateTimeOffset? OccurredAt,
    DateTimeOffset RecordedAt,
    string? Location,
    string? Note,
    Items<ArrivedUnits> Lines)
{
    /// <summary>The milestone as callers see it.</summary>
    public Milestone ToContract() => new(
        Id, Kind, OccurredAt, RecordedAt, Location, Note, Lines.Select(line => line.ToContract()).ToItems());
}
