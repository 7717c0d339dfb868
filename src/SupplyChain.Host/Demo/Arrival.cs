using SupplyChain.Orders;

namespace SupplyChain.Host.Demo;

/// <summary>An order that arrives.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When.</param>
/// <param name="Order">The order.</param>
internal sealed record Arrival(OrderId Number, DateTimeOffset At, PlaceOrder Order);
