using SupplyChain.Inventory;
using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>
/// What a shipment says to who owns its goods: <c>tenant/id</c>. Each kind of owner has an actor of its own that
/// answers
/// it; the one of a <see cref="DemandOwner"/> is found by its kind.
/// </summary>
[GrainInterfaceType("shipment-owner-actor"), Alias("shipment-owner-actor")]
public interface IShipmentOwnerActor : IGrainWithStringKey
{
    /// <summary>Learns from one of its shipments what has become of it.</summary>
    [Alias("sync-shipment")] Task SyncShipment(SyncShipment command);
}
