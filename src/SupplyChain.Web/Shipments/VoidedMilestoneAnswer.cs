using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Shipments;

/// <summary>A milestone that was reported by mistake.</summary>
/// <param name="Milestone">What was reported.</param>
/// <param name="VoidedAt">When it was voided.</param>
/// <param name="Reason">Why.</param>
[SchemaName("VoidedMilestone")]
public sealed record VoidedMilestoneAnswer(
    MilestoneAnswer Milestone, DateTimeOffset VoidedAt, [property: MaxLength(Limits.MaxText)] string Reason)
{
    internal static VoidedMilestoneAnswer Of(VoidedMilestone voided) =>
        new(MilestoneAnswer.Of(voided.Milestone), voided.VoidedAt, voided.Reason);
}
