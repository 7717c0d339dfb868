namespace SupplyChain.Orders;

/// <summary>What the backlog reserved.</summary>
/// <param name="Grants">Units reserved that their orders have still to take over.</param>
[GenerateSerializer, Immutable, Alias("backlog-reply")]
public sealed record BacklogReply([property: Id(0)] Items<BacklogGrant> Grants);
