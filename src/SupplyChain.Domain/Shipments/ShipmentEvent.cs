using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Shipments;

/// <summary>What can happen to a shipment.</summary>
public abstract record ShipmentEvent
{
    private ShipmentEvent() { }

    /// <summary>Its owner released goods of one warehouse.</summary>
    [EventType("shipment.planned")]
    public sealed record Planned(
        [property: JsonPropertyName("order")] DemandOwner Owner,
        WarehouseId Warehouse,
        Items<PlannedLine> Lines,
        string? Mode,
        string? Carrier,
        string? TrackingNumber,
        double? WeightKg,
        Money? Freight,
        double? DistanceKm,
        string Country,
        DateTimeOffset? OccurredAt) : ShipmentEvent;

    /// <summary>A milestone was reported.</summary>
    [EventType("shipment.milestone")]
    public sealed record MilestoneReported(
        MilestoneId Id,
        MilestoneKind Kind,
        DateTimeOffset? OccurredAt,
        bool Omitted,
        string? Location,
        string? Note,
        Items<ArrivedUnits> Lines) : ShipmentEvent;

    /// <summary>A milestone had been reported by mistake: as if it had not been.</summary>
    [EventType("shipment.milestone-voided")]
    public sealed record MilestoneVoided(MilestoneId Id, string Reason) : ShipmentEvent;

    /// <summary>Its owner was amended: what was derived from it before is derived anew.</summary>
    [EventType("shipment.revised")]
    public sealed record Revised(
        long OrderVersion, Items<LineSchedule> Lines, double? DistanceKm, string Country) : ShipmentEvent;

    /// <summary>Its goods left the stock item; fewer than planned when reality had taken some away.</summary>
    [EventType("shipment.goods-issued")]
    public sealed record GoodsIssued(Items<IssuedUnits> Lines) : ShipmentEvent;

    /// <summary>What said that its goods had left was voided: the stock items have them again.</summary>
    [EventType("shipment.goods-returned")]
    public sealed record GoodsReturned(Items<IssuedUnits> Lines) : ShipmentEvent;

    /// <summary>It was cancelled before it was dispatched.</summary>
    [EventType("shipment.cancelled")]
    public sealed record Cancelled(string Reason) : ShipmentEvent;

    /// <summary>It got the code (SSCC) that names it on labels.</summary>
    [EventType("shipment.labelled")]
    public sealed record Labelled(string Sscc) : ShipmentEvent;

    /// <summary>Something in the warehouse touched it.</summary>
    [EventType("shipment.flagged")]
    public sealed record Flagged(ShipmentFlag Flag, Items<ReservationLoss> Lost) : ShipmentEvent;

    /// <summary>Its owner knows it up to that version.</summary>
    [EventType("shipment.progress-confirmed")]
    public sealed record ProgressConfirmed(long Version) : ShipmentEvent;
}
