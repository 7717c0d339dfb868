using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Shipments;

/// <summary>The owner of demands makes a shipment of goods reserved for them in one warehouse.</summary>
/// <param name="Owner">The owner.</param>
/// <param name="Warehouse">Where the goods are.</param>
/// <param name="Lines">The goods.</param>
/// <param name="Mode">Transport mode as given; null lets distance decide.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="TrackingNumber">The carrier's number.</param>
/// <param name="WeightKg">Gross weight in kg.</param>
/// <param name="Freight">What the transport costs.</param>
/// <param name="DistanceKm">From the warehouse to the ship-to; null when unknown.</param>
/// <param name="Country">The ship-to country.</param>
/// <param name="OccurredAt">When it was released.</param>
[GenerateSerializer, Immutable, Alias("plan-shipment")]
public sealed record PlanShipment(
    [property: Id(0)] DemandOwner Owner,
    [property: Id(1)] WarehouseId Warehouse,
    [property: Id(2)] Items<PlanShipmentLine> Lines,
    [property: Id(3)] string? Mode,
    [property: Id(4)] string? Carrier,
    [property: Id(5)] string? TrackingNumber,
    [property: Id(6)] double? WeightKg,
    [property: Id(7)] Money? Freight,
    [property: Id(8)] double? DistanceKm,
    [property: Id(9)] string Country,
    [property: Id(10)] OccurredAt OccurredAt);

/// <summary>Units reserved for a demand that a shipment takes.</summary>
[GenerateSerializer, Immutable, Alias("plan-shipment-line")]
public sealed record PlanShipmentLine(
    [property: Id(0)] ReservationKey Reservation,
    [property: Id(1)] Sku Sku,
    [property: Id(2)] long Quantity,
    [property: Id(3)] DateOnly? Scheduled);
