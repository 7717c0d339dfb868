namespace SupplyChain.Orders;

/// <summary>Lists the events of every actor that belong to an order, as recorded.</summary>
[GenerateSerializer, Immutable, Alias("list-order-story")]
public sealed record ListOrderStory([property: Id(0)] OrderId Order, [property: Id(1)] PageQuery Page);
