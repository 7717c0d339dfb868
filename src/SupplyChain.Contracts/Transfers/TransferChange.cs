using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Transfers;

/// <summary>What the closing of a warehouse, or a loss of stock, would mean for a transfer.</summary>
/// <param name="Transfer">Its number.</param>
/// <param name="From">The source.</param>
/// <param name="To">The destination.</param>
[GenerateSerializer, Immutable, Alias("transfer-change")]
public sealed record TransferChange(
    [property: Id(0)] TransferId Transfer,
    [property: Id(1)] WarehouseId From,
    [property: Id(2)] WarehouseId To)
{
    /// <summary>Reserved units that would wait for stock at the source.</summary>
    [Id(3)] public long WouldWait { get; init; }

    /// <summary>Reserved units of a cancelled transfer that would not go any more.</summary>
    [Id(4)] public long WouldNotGo { get; init; }

    /// <summary>Shipments that would be cancelled.</summary>
    [Id(5)] public Items<ShipmentId> CancelledShipments { get; init; }

    /// <summary>Shipments that would go with fewer units.</summary>
    [Id(6)] public Items<ShipmentId> ShortShipments { get; init; }

    /// <summary>Units that wait already, for a source that would be closed: they wait until it opens again.</summary>
    [Id(7)] public long Waiting { get; init; }

    /// <summary>Units picked in a source that would be closed: they leave with their shipments.</summary>
    [Id(8)] public long Picked { get; init; }

    /// <summary>Units that wait, are reserved or are in transit, for a destination that would be closed: they go
    /// on.</summary>
    [Id(9)] public long Bound { get; init; }
}
