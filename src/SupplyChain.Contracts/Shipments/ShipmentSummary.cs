using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>A shipment in a list.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Order">The order it belongs to.</param>
/// <param name="Warehouse">Where it leaves.</param>
/// <param name="Mode">How it travels.</param>
/// <param name="Carrier">Who carries it.</param>
/// <param name="TrackingNumber">The carrier's number.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Exception">What went wrong on the way.</param>
/// <param name="Eta">When it arrives or arrived.</param>
/// <param name="Promise">The earliest date its lines are wanted by.</param>
/// <param name="Version">Its version.</param>
/// <param name="Units">What it carries.</param>
/// <param name="Customer">Who ordered; null while the list does not know the order.</param>
/// <param name="ShipTo">Where it goes; null while the list does not know the order.</param>
/// <param name="DispatchedAt">When it left; null when it has not, or when that is unknown.</param>
/// <param name="LastReport">The last that was heard of it; null before anything was.</param>
/// <param name="Standing">How it stands against its promise; null when cancelled.</param>
[GenerateSerializer, Immutable, Alias("shipment-summary")]
public sealed record ShipmentSummary(
    [property: Id(0)] ShipmentId Id,
    [property: Id(1)] OrderId Order,
    [property: Id(2)] WarehouseId Warehouse,
    [property: Id(3)] string Mode,
    [property: Id(4)] string? Carrier,
    [property: Id(5)] string? TrackingNumber,
    [property: Id(6)] ShipmentStatus Status,
    [property: Id(7)] ShipmentExceptionDetails? Exception,
    [property: Id(8)] Eta Eta,
    [property: Id(9)] DateOnly? Promise,
    [property: Id(10)] long Version,
    [property: Id(11)] long Units = 0,
    [property: Id(12)] CustomerId? Customer = null,
    [property: Id(13)] ShipmentDestination? ShipTo = null,
    [property: Id(14)] DateTimeOffset? DispatchedAt = null,
    [property: Id(15)] ShipmentReport? LastReport = null,
    [property: Id(16)] ShipmentStanding? Standing = null)
{
    /// <summary>What a list of them can be sorted by; the last report by when it happened.</summary>
    public static Items<string> SortFields { get; } =
    [
        "id", "order", "warehouse", "mode", "carrier", "trackingNumber", "status", "exception", "eta",
        "promise", "version", "units", "customer", "dispatchedAt", "lastReport", "standing",
    ];
}
