using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Shipments;

/// <summary>A milestone as it was reported.</summary>
/// <param name="Id">Its number within the shipment.</param>
/// <param name="Kind">What it reports.</param>
/// <param name="OccurredAt">When it happened; null when unknown.</param>
/// <param name="RecordedAt">When it was learned.</param>
/// <param name="Location">Where, as reported; absent when it was not told.</param>
/// <param name="Note">What was said about it; absent when nothing was.</param>
/// <param name="Lines">How much of which line arrived; none for all that was left.</param>
[SchemaName("Milestone")]
public sealed record MilestoneAnswer(
    MilestoneId Id,
    [property: JsonConverter(typeof(CamelCaseEnum<MilestoneKind>))] MilestoneKind Kind,
    DateTimeOffset? OccurredAt,
    DateTimeOffset RecordedAt,
    [property: MaxLength(Limits.MaxText), JsonIgnore(Condition = WhenWritingNull)] string? Location,
    [property: MaxLength(Limits.MaxText), JsonIgnore(Condition = WhenWritingNull)] string? Note,
    [property: MaxLength(Limits.MaxLines)] Items<DeliveredLineAnswer> Lines)
{
    internal static MilestoneAnswer Of(Milestone milestone) => new(
        milestone.Id,
        milestone.Kind,
        milestone.OccurredAt,
        milestone.RecordedAt,
        milestone.Location,
        milestone.Note,
        milestone.Lines.Each(DeliveredLineAnswer.Of));
}
