namespace SupplyChain.Orders;

/// <summary>What the backlog reserved for an order.</summary>
/// <param name="Grants">Units reserved that the order has still to take over.</param>
[GenerateSerializer, Immutable, Alias("backlog-reply")]
public sealed record BacklogReply([property: Id(0)] Items<BacklogGrant> Grants);
