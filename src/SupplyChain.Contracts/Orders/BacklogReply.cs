namespace SupplyChain.Orders;

/// <summary>What the backlog reserved in this call.</summary>
/// <param name="Grants">Units reserved, for whichever orders; each order has still to take them over.</param>
[GenerateSerializer, Immutable, Alias("backlog-reply")]
public sealed record BacklogReply([property: Id(0)] Items<BacklogGrant> Grants);
