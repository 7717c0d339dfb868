using SupplyChain.Inventory;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>What touched the goods of a shipment that has not heard of it, as it is stored.</summary>
/// <param name="Flag">What.</param>
/// <param name="Lost">Reserved units it no longer has.</param>
public sealed record PendingFlag(ShipmentFlag Flag, Items<ReservationLoss> Lost)
{
    /// <summary>What the shipment is told.</summary>
    public FlagShipment ToContract() => new(Flag, Lost.Select(loss => loss.ToContract()).ToItems());
}
