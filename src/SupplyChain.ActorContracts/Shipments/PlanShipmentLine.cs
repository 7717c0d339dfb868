using SupplyChain.Inventory;

namespace SupplyChain.Shipments;

/// <summary>Reserved units of an order line that a shipment takes.</summary>
[GenerateSerializer, Immutable, Alias("plan-shipment-line")]
public sealed record PlanShipmentLine(
    [property: Id(0)] ReservationKey Reservation,
    [property: Id(1)] Sku Sku,
    [property: Id(2)] long Quantity,
    [property: Id(3)] DateOnly? Scheduled);
