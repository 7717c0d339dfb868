namespace SupplyChain.Orders;

/// <summary>The answer to a command on an order.</summary>
[GenerateSerializer, Immutable, Alias("order-reply")]
public sealed record OrderReply : Reply<OrderDetails>;
