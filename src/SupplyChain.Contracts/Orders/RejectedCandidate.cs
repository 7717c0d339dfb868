using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>A warehouse that was considered for a line and not chosen.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Reason">Why it was not chosen.</param>
/// <param name="LostAt">
/// The goal at which it lost, for the <see cref="Rejections.MaxWithFigures"/> nearest misses; null for others, for
/// those that never came to a comparison, and in explanations from before figures were kept.
/// </param>
/// <param name="Figures">What it could have done, for the same ones.</param>
[GenerateSerializer, Immutable, Alias("rejected-candidate")]
public readonly record struct RejectedCandidate(
    [property: Id(0)] WarehouseId Warehouse,
    [property: Id(1)] RejectionReason Reason,
    [property: Id(2)] SourcingRule? LostAt = null,
    [property: Id(3)] CandidateFigures? Figures = null);
