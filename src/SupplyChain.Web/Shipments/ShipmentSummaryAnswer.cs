using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Shipments;

/// <summary>A shipment in a list.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Order">The order it belongs to; absent when its owner is of another kind.</param>
/// <param name="Warehouse">Where it leaves.</param>
/// <param name="Mode">How it travels.</param>
/// <param name="Carrier">Who carries it; absent when it was not told.</param>
/// <param name="TrackingNumber">The carrier's number; absent when it was not told.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Exception">What went wrong on the way; absent when nothing did.</param>
/// <param name="Eta">When it arrives or arrived.</param>
/// <param name="Promise">The earliest date its lines are wanted by.</param>
/// <param name="Version">Its version.</param>
/// <param name="Units">What it carries.</param>
/// <param name="Customer">Who ordered; null while the list does not know the order.</param>
/// <param name="ShipTo">Where it goes; null while the list does not know the order.</param>
/// <param name="DispatchedAt">When it left; null when it has not, or when that is unknown.</param>
/// <param name="LastReport">The last that was heard of it; null before anything was.</param>
/// <param name="Standing">How it stands against its promise; null when cancelled.</param>
/// <param name="Owner">Whose demands it serves; absent when it belongs to an order.</param>
[SchemaName("ShipmentSummary")]
public sealed record ShipmentSummaryAnswer(
    ShipmentId Id,
    [property: JsonIgnore(Condition = WhenWritingNull)] OrderId? Order,
    WarehouseId Warehouse,
    [property: MaxLength(Limits.MaxText)] string Mode,
    [property: MaxLength(Limits.MaxText), JsonIgnore(Condition = WhenWritingNull)] string? Carrier,
    [property: MaxLength(Limits.MaxText), JsonIgnore(Condition = WhenWritingNull)] string? TrackingNumber,
    ShipmentStatus Status,
    [property: JsonIgnore(Condition = WhenWritingNull)] ShipmentExceptionAnswer? Exception,
    EtaAnswer Eta,
    DateOnly? Promise,
    long Version,
    long Units,
    CustomerId? Customer,
    ShipmentDestinationAnswer? ShipTo,
    DateTimeOffset? DispatchedAt,
    ShipmentReportAnswer? LastReport,
    ShipmentStanding? Standing,
    [property: JsonIgnore(Condition = WhenWritingNull)] DemandOwnerAnswer? Owner = null)
{
    internal static ShipmentSummaryAnswer Of(ShipmentSummary shipment) => new(
        shipment.Id,
        shipment.Order,
        shipment.Warehouse,
        shipment.Mode,
        shipment.Carrier,
        shipment.TrackingNumber,
        shipment.Status,
        ShipmentExceptionAnswer.Of(shipment.Exception),
        EtaAnswer.Of(shipment.Eta),
        shipment.Promise,
        shipment.Version,
        shipment.Units,
        shipment.Customer,
        ShipmentDestinationAnswer.Of(shipment.ShipTo),
        shipment.DispatchedAt,
        ShipmentReportAnswer.Of(shipment.LastReport),
        shipment.Standing,
        DemandOwnerAnswer.UnlessOrder(shipment.Owner));
}
