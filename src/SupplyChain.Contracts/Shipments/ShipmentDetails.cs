using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>A shipment as it is now; what was voided is beside its milestones, not among them. Its SSCC
/// names it on labels; null before one was made.</summary>
[GenerateSerializer, Immutable, Alias("shipment-details")]
public sealed record ShipmentDetails(
    [property: Id(0)] ShipmentId Id,
    [property: Id(1)] OrderId Order,
    [property: Id(2)] WarehouseId Warehouse,
    [property: Id(3)] string Mode,
    [property: Id(4)] string? Carrier,
    [property: Id(5)] string? TrackingNumber,
    [property: Id(6)] double? WeightKg,
    [property: Id(7)] Money? Freight,
    [property: Id(8)] ShipmentStatus Status,
    [property: Id(9)] ShipmentExceptionDetails? Exception,
    [property: Id(10)] Items<ShipmentLine> Lines,
    [property: Id(11)] Eta Eta,
    [property: Id(12)] DateOnly? Promise,
    [property: Id(13)] Items<Milestone> Milestones,
    [property: Id(14)] long Version,
    [property: Id(15)] Items<VoidedMilestone> Voided = default,
    [property: Id(16)] string? Sscc = null);
