using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>The backlog of a product has reserved units for waiting lines of this owner: ask it.</summary>
[GenerateSerializer, Immutable, Alias("accept-grants")]
public sealed record AcceptGrants([property: Id(0)] Sku Sku);
