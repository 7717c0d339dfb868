using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>An order line that has units of a product reserved in a warehouse, or waits for units of it.</summary>
/// <param name="Order">The order.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Customer">The order's customer.</param>
/// <param name="Priority">The order's priority, 1 (highest) to 5.</param>
/// <param name="State">Whether it has the units or waits for them.</param>
/// <param name="Units">How many, at least 1.</param>
/// <param name="Warehouse">Where they are reserved; of a waiting line the one it is pinned to, else null.</param>
/// <param name="Since">When the order was accepted: its age within a priority.</param>
/// <param name="Place">Its place in the queue, from 1; null when it does not wait.</param>
[GenerateSerializer, Immutable, Alias("stock-holder")]
public sealed record StockHolder(
    [property: Id(0)] OrderId Order,
    [property: Id(1)] int Line,
    [property: Id(2)] CustomerId Customer,
    [property: Id(3)] int Priority,
    [property: Id(4)] HolderState State,
    [property: Id(5)] long Units,
    [property: Id(6)] WarehouseId? Warehouse,
    [property: Id(7)] DateTimeOffset Since,
    [property: Id(8)] int? Place)
{
    /// <summary>What a list of them can be sorted by.</summary>
    public static Items<string> SortFields { get; } =
    [
        "order", "line", "customer", "priority", "state", "units", "warehouse", "since", "place",
    ];
}
