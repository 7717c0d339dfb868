using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Shipments;

/// <summary>A shipment as it is now; what was voided is beside its milestones, not among them.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Order">The order it belongs to; absent when its owner is of another kind.</param>
/// <param name="Warehouse">Where it leaves.</param>
/// <param name="Mode">How it travels, as given.</param>
/// <param name="Carrier">Who carries it; absent when it was not told.</param>
/// <param name="TrackingNumber">The carrier's number; absent when it was not told.</param>
/// <param name="WeightKg">Gross weight in kg; absent when it was not told.</param>
/// <param name="Freight">What the transport costs; absent when it was not told.</param>
/// <param name="Status">How far it is: the highest rank seen.</param>
/// <param name="Exception">What went wrong on the way; absent when nothing did.</param>
/// <param name="Lines">What it carries.</param>
/// <param name="Eta">When it arrives or arrived.</param>
/// <param name="Promise">The earliest date its lines are wanted by; null when none is.</param>
/// <param name="Milestones">What was reported of it.</param>
/// <param name="Version">How many events it has had, from 1; its ETag.</param>
/// <param name="Voided">Milestones that were reported by mistake.</param>
/// <param name="Sscc">What names it on labels (SSCC, 18 digits); absent before it was labelled.</param>
/// <param name="Owner">Whose demands it serves; absent when it belongs to an order.</param>
[SchemaName("ShipmentDetails")]
public sealed record ShipmentAnswer(
    ShipmentId Id,
    [property: JsonIgnore(Condition = WhenWritingNull)] OrderId? Order,
    WarehouseId Warehouse,
    [property: MaxLength(Limits.MaxText)] string Mode,
    [property: MaxLength(Limits.MaxText), JsonIgnore(Condition = WhenWritingNull)] string? Carrier,
    [property: MaxLength(Limits.MaxText), JsonIgnore(Condition = WhenWritingNull)] string? TrackingNumber,
    [property: Range(0, Limits.MaxMeasure), JsonIgnore(Condition = WhenWritingNull)] double? WeightKg,
    [property: JsonIgnore(Condition = WhenWritingNull)] Money? Freight,
    ShipmentStatus Status,
    [property: JsonIgnore(Condition = WhenWritingNull)] ShipmentExceptionAnswer? Exception,
    [property: MaxLength(Limits.MaxLines)] Items<ShipmentLineAnswer> Lines,
    EtaAnswer Eta,
    DateOnly? Promise,
    Items<MilestoneAnswer> Milestones,
    long Version,
    Items<VoidedMilestoneAnswer> Voided,
    [property: JsonIgnore(Condition = WhenWritingNull)] string? Sscc,
    [property: JsonIgnore(Condition = WhenWritingNull)] DemandOwnerAnswer? Owner = null) : EntityAnswer, IVersioned
{
    internal static ShipmentAnswer Of(ShipmentDetails shipment) => new(
        shipment.Id,
        shipment.Order,
        shipment.Warehouse,
        shipment.Mode,
        shipment.Carrier,
        shipment.TrackingNumber,
        shipment.WeightKg,
        shipment.Freight,
        shipment.Status,
        ShipmentExceptionAnswer.Of(shipment.Exception),
        shipment.Lines.Each(ShipmentLineAnswer.Of),
        EtaAnswer.Of(shipment.Eta),
        shipment.Promise,
        shipment.Milestones.Each(MilestoneAnswer.Of),
        shipment.Version,
        shipment.Voided.Each(VoidedMilestoneAnswer.Of),
        shipment.Sscc,
        DemandOwnerAnswer.UnlessOrder(shipment.Owner));
}
