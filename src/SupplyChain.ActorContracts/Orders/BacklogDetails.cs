namespace SupplyChain.Orders;

/// <summary>The queue of a product.</summary>
[GenerateSerializer, Immutable, Alias("backlog-details")]
public sealed record BacklogDetails([property: Id(0)] Items<WaitingLine> Lines);
