namespace SupplyChain.Shipments;

/// <summary>Something in the warehouse touched an undispatched shipment.</summary>
/// <param name="Flag">What.</param>
/// <param name="Lost">Reserved units it no longer has.</param>
[GenerateSerializer, Immutable, Alias("flag-shipment")]
public sealed record FlagShipment(
    [property: Id(0)] ShipmentFlag Flag, [property: Id(1)] Items<Inventory.DroppedReservation> Lost = default);
