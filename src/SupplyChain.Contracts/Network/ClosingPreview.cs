using SupplyChain.Orders;

namespace SupplyChain.Network;

/// <summary>What closing a warehouse would change.</summary>
/// <param name="Warehouse">The warehouse as it would be.</param>
/// <param name="Consequences">What that means for orders.</param>
[GenerateSerializer, Immutable, Alias("closing-preview")]
public sealed record ClosingPreview(
    [property: Id(0)] WarehouseDetails Warehouse, [property: Id(1)] Consequences Consequences);
