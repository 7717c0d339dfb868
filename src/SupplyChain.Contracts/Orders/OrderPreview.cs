namespace SupplyChain.Orders;

/// <summary>What would become of an order.</summary>
/// <param name="Order">The order as it would be.</param>
/// <param name="Consequences">What would change for reserved and waiting units.</param>
[GenerateSerializer, Immutable, Alias("order-preview")]
public sealed record OrderPreview(
    [property: Id(0)] OrderDetails Order, [property: Id(1)] Consequences Consequences);
