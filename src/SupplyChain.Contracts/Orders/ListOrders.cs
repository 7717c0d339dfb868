namespace SupplyChain.Orders;

/// <summary>Lists orders, newest first.</summary>
[GenerateSerializer, Immutable, Alias("list-orders")]
public sealed record ListOrders([property: Id(0)] OrderQuery Query, [property: Id(1)] PageQuery Page);
