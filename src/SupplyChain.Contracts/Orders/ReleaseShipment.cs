using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>A shipment the caller wants made, under the caller's own number.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Lines">The order lines whose allocated goods it takes; all from one warehouse.</param>
/// <param name="Mode">Transport mode, as given.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="TrackingNumber">The carrier's number.</param>
/// <param name="WeightKg">Gross weight in kg, 0 or more.</param>
/// <param name="Freight">What the transport costs.</param>
[GenerateSerializer, Immutable, Alias("release-shipment")]
public sealed record ReleaseShipment(
    [property: Id(0)] ShipmentId Id,
    [property: Id(1)] Items<int> Lines,
    [property: Id(2)] string? Mode = null,
    [property: Id(3)] string? Carrier = null,
    [property: Id(4)] string? TrackingNumber = null,
    [property: Id(5)] double? WeightKg = null,
    [property: Id(6)] Money? Freight = null);
