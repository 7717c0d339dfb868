namespace SupplyChain.Orders;

/// <summary>A page of the list as it was shown.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Page">Its orders.</param>
/// <param name="At">When it was read.</param>
public sealed record OrdersSeen(string Url, Page<OrderSummary> Page, DateTimeOffset At);
