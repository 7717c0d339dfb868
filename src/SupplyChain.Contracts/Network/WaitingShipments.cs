using SupplyChain.Shipments;

namespace SupplyChain.Network;

/// <summary>Shipments that have not left their warehouse.</summary>
/// <param name="Status">Planned, picked or packed.</param>
/// <param name="Shipments">How many.</param>
/// <param name="Units">Units in them.</param>
[GenerateSerializer, Immutable, Alias("waiting-shipments")]
public sealed record WaitingShipments(
    [property: Id(0)] ShipmentStatus Status, [property: Id(1)] long Shipments, [property: Id(2)] long Units);
