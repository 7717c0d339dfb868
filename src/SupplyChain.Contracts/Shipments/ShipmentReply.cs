using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>The answer to a command on a shipment.</summary>
[GenerateSerializer, Immutable, Alias("shipment-reply")]
public sealed record ShipmentReply : Reply<ShipmentDetails>;

/// <summary>A shipment as it is now; what was voided is beside its milestones, not among them. Its SSCC
/// names it on labels; null before one was made.</summary>
[GenerateSerializer, Immutable, Alias("shipment-details")]
public sealed record ShipmentDetails(
    [property: Id(0)] ShipmentId Id,
    [property: Id(1)] DemandOwner Owner,
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
    [property: Id(16)] string? Sscc = null)
{
    /// <summary>The order it belongs to; null when its owner is of another kind.</summary>
    public OrderId? Order => Owner.Order;
}

/// <summary>Goods of an order line in a shipment.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units it carries.</param>
/// <param name="Delivered">Units that arrived well; deliveries add up.</param>
/// <param name="Damaged">Units that arrived damaged.</param>
/// <param name="Refused">Units that were refused.</param>
/// <param name="DeliveredAt">When the last of them arrived; null while units are missing, or when unknown.</param>
[GenerateSerializer, Immutable, Alias("shipment-line")]
public sealed record ShipmentLine(
    [property: Id(0)] int Line,
    [property: Id(1)] Sku Sku,
    [property: Id(2)] long Quantity,
    [property: Id(3)] long Delivered,
    [property: Id(4)] long Damaged,
    [property: Id(5)] long Refused,
    [property: Id(6)] DateTimeOffset? DeliveredAt = null)
{
    /// <summary>Units whose journey has ended, well or not.</summary>
    public long Arrived() => Delivered + Damaged + Refused;
}

/// <summary>Where a shipment goes, as its order says; nothing personal.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Latitude">Degrees; together with the longitude or not at all.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="Unlocode">UN/LOCODE, as given.</param>
[GenerateSerializer, Immutable, Alias("shipment-destination")]
public sealed record ShipmentDestination(
    [property: Id(0)] string Country,
    [property: Id(1)] double? Latitude = null,
    [property: Id(2)] double? Longitude = null,
    [property: Id(3)] string? Unlocode = null);

/// <summary>What went wrong on the way.</summary>
[GenerateSerializer, Immutable, Alias("shipment-exception")]
public sealed record ShipmentExceptionDetails([property: Id(0)] string Kind, [property: Id(1)] DateTimeOffset? Since);

/// <summary>The estimated (or actual) arrival and where the estimate comes from.</summary>
/// <param name="At">The instant; null when unknown.</param>
/// <param name="Reason">Why, for people.</param>
[GenerateSerializer, Immutable, Alias("eta")]
public sealed record Eta([property: Id(0)] DateTimeOffset? At, [property: Id(1)] string Reason);

/// <summary>A milestone as it was reported.</summary>
[GenerateSerializer, Immutable, Alias("milestone")]
public sealed record Milestone(
    [property: Id(0)] MilestoneId Id,
    [property: Id(1)] MilestoneKind Kind,
    [property: Id(2)] DateTimeOffset? OccurredAt,
    [property: Id(3)] DateTimeOffset RecordedAt,
    [property: Id(4)] string? Location,
    [property: Id(5)] string? Note,
    [property: Id(6)] Items<DeliveredLine> Lines);

/// <summary>A milestone that was reported by mistake.</summary>
/// <param name="Milestone">What was reported.</param>
/// <param name="VoidedAt">When it was voided.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("voided-milestone")]
public sealed record VoidedMilestone(
    [property: Id(0)] Milestone Milestone, [property: Id(1)] DateTimeOffset VoidedAt, [property: Id(2)] string Reason);
