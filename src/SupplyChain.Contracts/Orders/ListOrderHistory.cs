namespace SupplyChain.Orders;

/// <summary>Lists an order's events, oldest first.</summary>
[GenerateSerializer, Immutable, Alias("list-order-history")]
public sealed record ListOrderHistory([property: Id(0)] OrderId Order, [property: Id(1)] PageQuery Page);
