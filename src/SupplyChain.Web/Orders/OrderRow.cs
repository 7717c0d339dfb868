namespace SupplyChain.Orders;

/// <summary>A row of the list of orders.</summary>
/// <param name="Order">The order as the list knew it last.</param>
/// <param name="IsGone">Whether it does not match the filters any more.</param>
public sealed record OrderRow(OrderSummary Order, bool IsGone);
