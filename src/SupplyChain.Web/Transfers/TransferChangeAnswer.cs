using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Transfers;

/// <summary>What the closing of a warehouse, or a loss of stock, would mean for a transfer.</summary>
/// <param name="Transfer">Its number.</param>
/// <param name="From">The source.</param>
/// <param name="To">The destination.</param>
/// <param name="WouldWait">Reserved units that would wait for stock at the source.</param>
/// <param name="WouldNotGo">Reserved units of a cancelled transfer that would not go any more.</param>
/// <param name="CancelledShipments">Shipments that would be cancelled.</param>
/// <param name="ShortShipments">Shipments that would go with fewer units.</param>
/// <param name="Waiting">Units that wait already, for a source that would be closed: they wait until it opens
/// again.</param>
/// <param name="Picked">Units picked in a source that would be closed: they leave with their shipments.</param>
/// <param name="Bound">Units that wait, are reserved or are in transit, for a destination that would be closed: they go
/// on.</param>
[SchemaName("TransferChange")]
public sealed record TransferChangeAnswer(
    TransferId Transfer,
    WarehouseId From,
    WarehouseId To,
    long WouldWait,
    long WouldNotGo,
    Items<ShipmentId> CancelledShipments,
    Items<ShipmentId> ShortShipments,
    long Waiting,
    long Picked,
    long Bound)
{
    internal static TransferChangeAnswer Of(TransferChange change) =>
        new(
            change.Transfer, change.From, change.To, change.WouldWait, change.WouldNotGo, change.CancelledShipments,
            change.ShortShipments, change.Waiting, change.Picked, change.Bound);
}
