using SupplyChain.Shipments;

namespace SupplyChain.Transfers;

/// <summary>A shipment of a transfer, as the transfer knows it.</summary>
/// <param name="Id">The shipment's number.</param>
/// <param name="Left">Whether its goods have left the source.</param>
/// <param name="LeftAt">When; null when they have not, or when that is unknown.</param>
/// <param name="Units">What it carries.</param>
[SchemaName("TransferShipment")]
public sealed record TransferShipmentAnswer(ShipmentId Id, bool Left, DateTimeOffset? LeftAt, long Units)
{
    internal static TransferShipmentAnswer Of(TransferShipmentDetails shipment) =>
        new(shipment.Id, shipment.Left, shipment.LeftAt, shipment.Units);
}
