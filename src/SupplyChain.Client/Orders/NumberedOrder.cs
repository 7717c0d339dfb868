namespace SupplyChain.Orders;

/// <summary>An order with the number it is to be placed under.</summary>
public sealed record NumberedOrder(OrderId Number, PlaceOrder Order);
