using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>An order in a list.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Status">The first that fits.</param>
/// <param name="Customer">Who ordered.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="RequestedBy">The date wanted.</param>
/// <param name="PlacedAt">When it was ordered; null when unknown.</param>
/// <param name="Units">Units ordered, without cancelled ones.</param>
/// <param name="BackorderedUnits">Units that wait for stock.</param>
/// <param name="Warehouses">Where units come from.</param>
/// <param name="Version">The version these are of.</param>
/// <param name="Promise">The latest of its lines' first promises; null when none was made.</param>
/// <param name="ReadyUnits">Units that a release would put into shipments now.</param>
[GenerateSerializer, Immutable, Alias("order-summary")]
public sealed record OrderSummary(
    [property: Id(0)] OrderId Number,
    [property: Id(1)] OrderStatus Status,
    [property: Id(2)] CustomerId Customer,
    [property: Id(3)] int Priority,
    [property: Id(4)] DateOnly? RequestedBy,
    [property: Id(5)] DateTimeOffset? PlacedAt,
    [property: Id(6)] long Units,
    [property: Id(7)] long BackorderedUnits,
    [property: Id(8)] Items<WarehouseId> Warehouses,
    [property: Id(9)] long Version,
    [property: Id(10)] DateOnly? Promise = null,
    [property: Id(11)] long ReadyUnits = 0)
{
    /// <summary>What a list of them can be sorted by.</summary>
    public static Items<string> SortFields { get; } =
    [
        "number", "status", "customer", "priority", "requestedBy", "placedAt", "units", "backorderedUnits",
        "version", "promise", "readyUnits",
    ];
}
