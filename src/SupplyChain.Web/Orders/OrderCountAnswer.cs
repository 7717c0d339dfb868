namespace SupplyChain.Orders;

/// <summary>How many orders a query has, and of how many units.</summary>
/// <param name="Orders">Orders.</param>
/// <param name="Units">Their units, without cancelled ones.</param>
/// <param name="BackorderedUnits">Of these: units that wait for stock.</param>
/// <param name="OldestPlacedAt">When the oldest was placed, in UTC; null when no order says when.</param>
/// <param name="ReadyUnits">Of these: units that a release would put into shipments now.</param>
[SchemaName("OrderCount")]
public sealed record OrderCountAnswer(
    long Orders, long Units, long BackorderedUnits, DateTimeOffset? OldestPlacedAt, long ReadyUnits)
{
    internal static OrderCountAnswer Of(OrderCount count) =>
        new(count.Orders, count.Units, count.BackorderedUnits, count.OldestPlacedAt, count.ReadyUnits);
}
