using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Events;

/// <summary>The owner of goods in one warehouse released them for a shipment.</summary>
/// <param name="Owner">An order's number, or <c>transfer/</c> and a transfer's.</param>
/// <param name="Warehouse">Where it leaves from.</param>
/// <param name="Lines">What it is planned to take.</param>
/// <param name="Mode">Transport mode as given; null when not given.</param>
/// <param name="Carrier">The carrier; null when not given.</param>
/// <param name="TrackingNumber">The carrier's number; null when not given.</param>
/// <param name="WeightKg">Gross weight in kg; null when not given.</param>
/// <param name="Freight">What the transport costs; null when not given.</param>
/// <param name="DistanceKm">Great circle to the destination in km; null when one of the places is not known.</param>
/// <param name="Country">The destination's country, ISO 3166-1 alpha-2.</param>
/// <param name="OccurredAt">When it was released; null when unknown.</param>
[CloudEventType("supplychain.shipment.planned.v1")]
public sealed record ShipmentPlanned(
    [property: JsonPropertyName("order")] DemandOwner Owner, WarehouseId Warehouse, Items<EventPlannedLine> Lines,
    string? Mode, string? Carrier, string? TrackingNumber, double? WeightKg, Money? Freight, double? DistanceKm,
    string Country, DateTimeOffset? OccurredAt);

/// <summary>A milestone of a shipment was reported.</summary>
/// <param name="Id">The milestone's number within the shipment.</param>
/// <param name="Kind">What it reports.</param>
/// <param name="OccurredAt">When it happened; null when unknown.</param>
/// <param name="Omitted">Whether its reporter left out when it happened: it is then when it was recorded.</param>
/// <param name="Location">Where; null when not given.</param>
/// <param name="Note">For people; null when not given.</param>
/// <param name="Lines">What a delivery brought, per line; none for everything, and for other kinds.</param>
[CloudEventType("supplychain.shipment.milestone.v1")]
public sealed record ShipmentMilestoneReported(
    MilestoneId Id, MilestoneKind Kind, DateTimeOffset? OccurredAt, bool Omitted, string? Location, string? Note,
    Items<EventArrivedUnits> Lines);

/// <summary>A milestone had been reported by mistake: as if it had not been.</summary>
/// <param name="Id">The milestone's number within the shipment.</param>
/// <param name="Reason">Why, as the caller said.</param>
[CloudEventType("supplychain.shipment.milestone-voided.v1")]
public sealed record ShipmentMilestoneVoided(MilestoneId Id, string Reason);

/// <summary>The shipment's order was amended: what was derived from it before is derived anew.</summary>
/// <param name="OrderVersion">The order's version.</param>
/// <param name="Lines">When its lines are wanted.</param>
/// <param name="DistanceKm">Great circle to the destination in km; null when one of the places is not known.</param>
/// <param name="Country">The destination's country, ISO 3166-1 alpha-2.</param>
[CloudEventType("supplychain.shipment.revised.v1")]
public sealed record ShipmentRevised(
    long OrderVersion, Items<EventLineSchedule> Lines, double? DistanceKm, string Country);

/// <summary>A shipment's goods left the stock item; fewer than planned when reality had taken some away.</summary>
/// <param name="Lines">What left.</param>
[CloudEventType("supplychain.shipment.goods-issued.v1")]
public sealed record ShipmentGoodsIssued(Items<EventIssuedUnits> Lines);

/// <summary>What said that a shipment's goods had left was voided: the stock items have them again.</summary>
/// <param name="Lines">What came back.</param>
[CloudEventType("supplychain.shipment.goods-returned.v1")]
public sealed record ShipmentGoodsReturned(Items<EventIssuedUnits> Lines);

/// <summary>A shipment was cancelled before it was dispatched.</summary>
/// <param name="Reason">Why, as the caller said.</param>
[CloudEventType("supplychain.shipment.cancelled.v1")]
public sealed record ShipmentCancelled(string Reason);

/// <summary>A shipment got the code that names it on labels.</summary>
/// <param name="Sscc">The code: SSCC, 18 digits.</param>
[CloudEventType("supplychain.shipment.labelled.v1")]
public sealed record ShipmentLabelled(string Sscc);

/// <summary>Something in the warehouse touched a shipment that has not left.</summary>
/// <param name="Flag">What.</param>
/// <param name="Lost">Reserved units that it no longer has.</param>
[CloudEventType("supplychain.shipment.flagged.v1")]
public sealed record ShipmentFlagged(ShipmentFlag Flag, Items<EventReservationLoss> Lost);

/// <summary>The shipment's owner knows it up to a version.</summary>
/// <param name="Version">The shipment's version.</param>
[CloudEventType("supplychain.shipment.progress-confirmed.v1")]
public sealed record ShipmentProgressConfirmed(long Version);

/// <summary>A serial number of labels was taken; it is never given again.</summary>
/// <param name="Number">The number.</param>
[CloudEventType("supplychain.label-serials.taken.v1")]
public sealed record LabelSerialTaken(long Number);

/// <summary>Units reserved for a demand that a shipment is planned to take.</summary>
/// <param name="Reservation">The reservation they are held under.</param>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">Units, at least 1.</param>
/// <param name="Scheduled">The date that lateness counts against; null when none.</param>
public sealed record EventPlannedLine(EventReservation Reservation, Sku Sku, long Quantity, DateOnly? Scheduled);

/// <summary>How much of a line a delivery brought. All three end the journey of those units.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Delivered">Units that arrived well.</param>
/// <param name="Damaged">Units that arrived damaged.</param>
/// <param name="Refused">Units that the customer refused.</param>
public sealed record EventArrivedUnits(int Line, long Delivered, long Damaged, long Refused);
