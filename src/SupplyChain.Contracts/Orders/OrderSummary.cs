using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>An order in a list.</summary>
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
    [property: Id(9)] long Version)
{
    /// <summary>What a list of them can be sorted by.</summary>
    public static Items<string> SortFields { get; } =
    [
        "number", "status", "customer", "priority", "requestedBy", "placedAt", "units", "backorderedUnits",
        "version",
    ];
}
