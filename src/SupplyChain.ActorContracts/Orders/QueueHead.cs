namespace SupplyChain.Orders;

/// <summary>Who is served first of those who wait for a product?</summary>
/// <param name="Most">How many lines are wanted.</param>
[GenerateSerializer, Immutable, Alias("queue-head")]
public sealed record QueueHead([property: Id(0)] int Most);
