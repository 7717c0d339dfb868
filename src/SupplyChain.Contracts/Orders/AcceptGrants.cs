using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>Units the backlog of a product reserved for waiting lines of this order.</summary>
[GenerateSerializer, Immutable, Alias("accept-grants")]
public sealed record AcceptGrants([property: Id(0)] Sku Sku, [property: Id(1)] Items<BacklogGrant> Grants);
