using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>A warehouse that was considered for a line and not chosen, as it is stored.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Reason">Why it was not chosen.</param>
/// <param name="LostAt">
/// The goal at which it lost, for the <see cref="Rejections.MaxWithFigures"/> nearest misses; null for others, for
/// those that never came to a comparison, and in explanations from before figures were kept.
/// </param>
/// <param name="Figures">What it could have done, for the same ones.</param>
public readonly record struct RejectedWarehouse(
    WarehouseId Warehouse, RejectionReason Reason, SourcingRule? LostAt = null, WarehouseFigures? Figures = null)
{
    /// <summary>What a backlog said of a grant.</summary>
    public static RejectedWarehouse Of(RejectedCandidate candidate) => new(
        candidate.Warehouse, candidate.Reason, candidate.LostAt, WarehouseFigures.Of(candidate.Figures));

    /// <summary>The warehouse as callers see it.</summary>
    public RejectedCandidate ToContract() => new(Warehouse, Reason, LostAt, Figures?.ToContract());
}
