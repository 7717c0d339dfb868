using System.Collections.Immutable;
using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>What is known of one product's supplies when an order is sourced.</summary>
/// <param name="Sku">The product, at most once per problem.</param>
/// <param name="Candidates">The warehouses to choose from.</param>
public sealed record SkuAvailability(Sku Sku, ImmutableArray<StockCandidate> Candidates)
{
    /// <summary>Warehouses already ruled out before sourcing, counted per reason; shown in explanations.</summary>
    public ImmutableSortedDictionary<RejectionReason, int> Others { get; init; } =
        ImmutableSortedDictionary<RejectionReason, int>.Empty;
}
