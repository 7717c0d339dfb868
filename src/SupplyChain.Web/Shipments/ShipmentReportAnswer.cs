using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Shipments;

/// <summary>The last that was heard of a shipment: its newest milestone by when it happened.</summary>
/// <param name="Kind">What was reported.</param>
/// <param name="At">When it happened; null when unknown, which only counts while nothing else is known.</param>
/// <param name="RecordedAt">When it was learned.</param>
/// <param name="Location">Where, as reported; absent when it was not told.</param>
[SchemaName("ShipmentReport")]
public sealed record ShipmentReportAnswer(
    [property: JsonConverter(typeof(CamelCaseEnum<MilestoneKind>))] MilestoneKind Kind,
    DateTimeOffset? At,
    DateTimeOffset RecordedAt,
    [property: MaxLength(Limits.MaxText), JsonIgnore(Condition = WhenWritingNull)] string? Location)
{
    internal static ShipmentReportAnswer? Of(ShipmentReport? report) =>
        report is null ? null : new(report.Kind, report.At, report.RecordedAt, report.Location);
}
