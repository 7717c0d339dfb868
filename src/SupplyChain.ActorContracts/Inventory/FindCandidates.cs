using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>Where could the product come from?</summary>
/// <param name="ShipTo">Where it goes, when known.</param>
/// <param name="OnlyFrom">The only warehouses in question; null for all.</param>
/// <param name="Fresh">Ask the stock items again instead of trusting what they reported.</param>
/// <param name="EvenRationed">Whether stock that is kept for waiting lines counts: they ask for one of them.</param>
[GenerateSerializer, Immutable, Alias("find-candidates")]
public sealed record FindCandidates(
    [property: Id(0)] ShipToPoint? ShipTo,
    [property: Id(1)] Items<WarehouseId>? OnlyFrom,
    [property: Id(2)] bool Fresh,
    [property: Id(3)] bool EvenRationed)
{
    /// <summary>Warehouses that are candidates in any case.</summary>
    [Id(4)]
    public Items<WarehouseId> Also { get; init; }
}
