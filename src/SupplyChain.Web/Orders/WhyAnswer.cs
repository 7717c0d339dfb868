using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Orders;

/// <summary>Why an allocation is as it is; kept with the event and shown wherever the allocation is.</summary>
/// <param name="Rule">The goal that decided for this warehouse against the best rejected one.</param>
/// <param name="Rejected">At most 12 candidates, the nearest miss first.</param>
/// <param name="Others">How many further warehouses were rejected, per reason.</param>
/// <param name="Equal">
/// How many warehouses, the chosen one included, were still equal after each goal before <paramref name="Rule"/>: the
/// first figure is after the first goal. Absent where no goals were compared, and in explanations from before it was
/// kept.
/// </param>
/// <param name="Figures">What the chosen one could do; absent where no goals were compared, and from before.</param>
[SchemaName("Why")]
public sealed record WhyAnswer(
    SourcingRule Rule,
    [property: MaxLength(Rejections.MaxNamed)] Items<RejectedCandidateAnswer> Rejected,
    ImmutableSortedDictionary<RejectionReason, int> Others,
    [property: JsonIgnore(Condition = WhenWritingNull)] Items<int>? Equal,
    [property: JsonIgnore(Condition = WhenWritingNull)] CandidateFiguresAnswer? Figures)
{
    internal static WhyAnswer Of(Why why) => new(
        why.Rule,
        RejectedCandidateAnswer.Of(why.Rejected),
        why.Others,
        why.Equal,
        CandidateFiguresAnswer.Of(why.Figures));
}
