using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>
/// Lists who holds a product and who waits for it, in the order units are given: by priority, then age.
/// </summary>
[GenerateSerializer, Immutable, Alias("list-holders")]
public sealed record ListHolders([property: Id(0)] HolderQuery Query, [property: Id(1)] PageQuery Page);

/// <summary>Which demands hold a product or wait for it; what is null or empty does not filter.</summary>
/// <param name="Sku">The product.</param>
/// <param name="State">Those that hold, or those that wait.</param>
/// <param name="Warehouses">Those that hold units there, or wait for one of these alone.</param>
[GenerateSerializer, Immutable, Alias("holder-query")]
public sealed record HolderQuery(
    [property: Id(0)] Sku Sku,
    [property: Id(1), Filter("state", "Only those that hold, or those that wait.")]
    HolderState? State = null,
    [property: Id(2), Filter("warehouse", "Only those that hold units there, or wait for that warehouse alone.")]
    Items<WarehouseId> Warehouses = default);

/// <summary>Whether a demand has units of a product or waits for them.</summary>
[GenerateSerializer, Alias("holder-state")]
public enum HolderState
{
    /// <summary>They are reserved for it and have not left.</summary>
    Reserved = 1,

    /// <summary>It stands in the queue for them.</summary>
    Waiting = 2,
}

/// <summary>A demand that has units of a product reserved in a warehouse, or waits for units of it.</summary>
/// <param name="Owner">Who owns the demand.</param>
/// <param name="Line">The number of the owner's line.</param>
/// <param name="Customer">The order's customer; null when the owner is no order.</param>
/// <param name="Priority">The demand's priority, 1 (highest) to 5.</param>
/// <param name="State">Whether it has the units or waits for them.</param>
/// <param name="Units">How many, at least 1.</param>
/// <param name="Warehouse">Where they are reserved; of a waiting line the one it is pinned to, else null.</param>
/// <param name="Since">When the owner was accepted: its age within a priority.</param>
/// <param name="Place">Its place in the queue, from 1; null when it does not wait.</param>
[GenerateSerializer, Immutable, Alias("stock-holder")]
public sealed record StockHolder(
    [property: Id(0)] DemandOwner Owner,
    [property: Id(1)] int Line,
    [property: Id(2)] CustomerId? Customer,
    [property: Id(3)] int Priority,
    [property: Id(4)] HolderState State,
    [property: Id(5)] long Units,
    [property: Id(6)] WarehouseId? Warehouse,
    [property: Id(7)] DateTimeOffset Since,
    [property: Id(8)] int? Place) : IListed
{
    /// <summary>The order; null when the owner is of another kind.</summary>
    public OrderId? Order => Owner.Order;

    /// <summary>What a list of them can be sorted by.</summary>
    public static Items<string> SortFields { get; } =
    [
        "order", "line", "customer", "priority", "state", "units", "warehouse", "since", "place",
    ];
}
