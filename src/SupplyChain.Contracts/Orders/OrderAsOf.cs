namespace SupplyChain.Orders;

/// <summary>Asks for an order as it was then.</summary>
[GenerateSerializer, Immutable, Alias("order-as-of")]
public sealed record OrderAsOf([property: Id(0)] OrderId Id, [property: Id(1)] AsOf Then);
