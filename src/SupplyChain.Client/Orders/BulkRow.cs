namespace SupplyChain.Orders;

/// <summary>What became of one order of a bulk.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Reply">
/// The answer; null when there was none in time, or a quota is used up: placing it again is safe.
/// </param>
public sealed record BulkRow(OrderId Number, OrderReply? Reply);
