using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SupplyChain.Network;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Orders;

/// <summary>A warehouse that was considered for a line and not chosen.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Reason">Why it was not chosen.</param>
/// <param name="LostAt">
/// The goal at which it lost, for the 3 nearest misses; absent for others, for those that never came to a comparison,
/// and in explanations from before figures were kept.
/// </param>
/// <param name="Figures">What it could have done, for the same ones.</param>
[SchemaName("RejectedCandidate")]
public sealed record RejectedCandidateAnswer(
    WarehouseId Warehouse,
    RejectionReason Reason,
    [property: JsonIgnore(Condition = WhenWritingNull)] SourcingRule? LostAt,
    [property: JsonIgnore(Condition = WhenWritingNull)] CandidateFiguresAnswer? Figures)
{
    internal static Items<RejectedCandidateAnswer> Of(ImmutableArray<RejectedCandidate> rejected) =>
        [.. rejected.Select(Of)];

    private static RejectedCandidateAnswer Of(RejectedCandidate candidate) => new(
        candidate.Warehouse,
        candidate.Reason,
        candidate.LostAt,
        CandidateFiguresAnswer.Of(candidate.Figures));
}
