using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>What would become of an owner of demands when a warehouse closed, or it lost reservations?</summary>
/// <param name="Before">What would have happened to the stock before.</param>
[GenerateSerializer, Immutable, Alias("foresee-order")]
public sealed record ForeseeOrder([property: Id(0)] StockTrace Before)
{
    /// <summary>A warehouse closes.</summary>
    [Id(1)] public LeaveWarehouse? Leave { get; init; }

    /// <summary>It loses reservations.</summary>
    [Id(2)] public LoseReservations? Lose { get; init; }
}

/// <summary>The answer of an order to a look ahead at several owners.</summary>
[GenerateSerializer, Immutable, Alias("foreseen-order")]
public sealed record ForeseenOrder : Reply<OrderPreview>
{
    /// <summary>What would have happened to the stock after it.</summary>
    [Id(0)] public StockTrace After { get; init; } = StockTrace.None;
}

/// <summary>The answer of an owner of another kind.</summary>
/// <param name="Consequences">What would change.</param>
/// <param name="After">What would have happened to the stock after it.</param>
[GenerateSerializer, Immutable, Alias("foreseen-owner")]
public sealed record ForeseenOwner(
    [property: Id(0)] Consequences Consequences, [property: Id(1)] StockTrace After);

/// <summary>What would have happened to the stock so far, while owners are looked at one after the other.</summary>
/// <param name="Changes">Units that would be free or taken.</param>
/// <param name="Waiting">Lines that would wait and do not wait now.</param>
/// <param name="Closed">Warehouses that would be closed.</param>
[GenerateSerializer, Immutable, Alias("stock-trace")]
public sealed record StockTrace(
    [property: Id(0)] Items<StockChange> Changes,
    [property: Id(1)] Items<WouldBeWaiting> Waiting,
    [property: Id(2)] Items<WarehouseId> Closed)
{
    /// <summary>Nothing has happened.</summary>
    public static StockTrace None { get; } = new([], [], []);
}

/// <summary>Units of a stock item that would be free, or taken.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">Where.</param>
/// <param name="Units">Units, below zero when they would be taken.</param>
[GenerateSerializer, Immutable, Alias("stock-change")]
public sealed record StockChange(
    [property: Id(0)] Sku Sku, [property: Id(1)] WarehouseId Warehouse, [property: Id(2)] long Units);

/// <summary>A line that would wait for a product.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Line">The line as the backlog would know it.</param>
[GenerateSerializer, Immutable, Alias("would-be-waiting")]
public sealed record WouldBeWaiting([property: Id(0)] Sku Sku, [property: Id(1)] WaitingLine Line);
