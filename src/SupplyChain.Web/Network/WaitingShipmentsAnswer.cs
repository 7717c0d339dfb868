using SupplyChain.Shipments;

namespace SupplyChain.Network;

/// <summary>Shipments that have not left their warehouse.</summary>
/// <param name="Status">Planned, picked or packed.</param>
/// <param name="Shipments">How many.</param>
/// <param name="Units">Units in them.</param>
[SchemaName("WaitingShipments")]
public sealed record WaitingShipmentsAnswer(ShipmentStatus Status, long Shipments, long Units)
{
    internal static WaitingShipmentsAnswer Of(WaitingShipments waiting) =>
        new(waiting.Status, waiting.Shipments, waiting.Units);
}
