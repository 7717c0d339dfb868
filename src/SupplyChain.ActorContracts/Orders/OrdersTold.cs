namespace SupplyChain.Orders;

/// <summary>These orders have heard that they could be completed.</summary>
[GenerateSerializer, Immutable, Alias("orders-told")]
public sealed record OrdersTold([property: Id(0)] Items<OrderId> Orders);
