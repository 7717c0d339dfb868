using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Orders;

/// <summary>The warehouses that were not chosen: the nearest misses by name, all others counted.</summary>
/// <param name="Rejected">At most 12 candidates, the nearest miss first.</param>
/// <param name="Others">How many further warehouses were rejected, per reason.</param>
[SchemaName("Rejections")]
public sealed record RejectionsAnswer(
    [property: MaxLength(Rejections.MaxNamed)] Items<RejectedCandidateAnswer> Rejected,
    ImmutableSortedDictionary<RejectionReason, int> Others)
{
    internal static RejectionsAnswer? Of(Rejections? rejections) => rejections is null
        ? null
        : new(RejectedCandidateAnswer.Of(rejections.Rejected), rejections.Others);
}
