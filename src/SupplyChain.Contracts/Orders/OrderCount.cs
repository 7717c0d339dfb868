namespace SupplyChain.Orders;

/// <summary>How many orders a query has, and of how many units.</summary>
/// <param name="Orders">Orders.</param>
/// <param name="Units">Their units, without cancelled ones.</param>
/// <param name="BackorderedUnits">Of these: units that wait for stock.</param>
/// <param name="OldestPlacedAt">When the oldest was placed, in UTC; null when no order says when.</param>
/// <param name="ReadyUnits">Of these: units that a release would put into shipments now.</param>
[GenerateSerializer, Immutable, Alias("order-count")]
public sealed record OrderCount(
    [property: Id(0)] long Orders,
    [property: Id(1)] long Units,
    [property: Id(2)] long BackorderedUnits,
    [property: Id(3)] DateTimeOffset? OldestPlacedAt,
    [property: Id(4)] long ReadyUnits);
