using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>What would have happened to the stock so far, while orders are looked at one after the other.</summary>
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
