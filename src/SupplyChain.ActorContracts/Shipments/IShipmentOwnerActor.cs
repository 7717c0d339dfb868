using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>What shipments say to their owner.</summary>
[GrainInterfaceType("shipment-owner-actor"), Alias("shipment-owner-actor")]
public interface IShipmentOwnerActor : IGrainWithStringKey
{
    /// <summary>Learns from one of its shipments what has become of it.</summary>
    [Alias("sync-shipment")] Task SyncShipment(SyncShipment command);
}
