using SupplyChain.Inventory;

namespace SupplyChain.Network;

/// <summary>An owner of demands that has to leave a closed warehouse.</summary>
/// <param name="Owner">The owner.</param>
/// <param name="Skus">The products of its lines: only owners that share none can be moved at the same time.</param>
public sealed record OwnerToMove(DemandOwner Owner, IReadOnlyList<Sku> Skus);
