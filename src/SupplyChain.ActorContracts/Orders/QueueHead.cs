namespace SupplyChain.Orders;

/// <summary>Who is served first of those who wait for a product?</summary>
/// <param name="Most">How many lines are wanted.</param>
[GenerateSerializer, Immutable, Alias("queue-head")]
public sealed record QueueHead([property: Id(0)] int Most);

/// <summary>The queue of a product.</summary>
[GenerateSerializer, Immutable, Alias("backlog-details")]
public sealed record BacklogDetails([property: Id(0)] Items<WaitingLine> Lines);
