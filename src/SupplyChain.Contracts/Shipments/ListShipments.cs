using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>Lists shipments by number.</summary>
[GenerateSerializer, Immutable, Alias("list-shipments")]
public sealed record ListShipments([property: Id(0)] ShipmentQuery Query, [property: Id(1)] PageQuery Page);

/// <summary>
/// Which shipments to list; what is null or empty does not filter. A single value and the values beside it are one
/// filter: a shipment passes when it fits any of them.
/// </summary>
/// <param name="Status">Shipments in that status.</param>
/// <param name="Order">Shipments of that order.</param>
/// <param name="Warehouse">Shipments from there.</param>
/// <param name="Statuses">Shipments in one of these.</param>
/// <param name="Orders">Shipments of one of these.</param>
/// <param name="Warehouses">Shipments from one of these.</param>
/// <param name="Open">Only shipments of which units are still to arrive; cancelled ones are none.</param>
/// <param name="Standings">Shipments that stand like one of these today.</param>
/// <param name="Text">Shipments whose number, tracking number or order contains the text.</param>
/// <param name="Carriers">Shipments of one of these carriers, as given.</param>
/// <param name="Modes">Shipments of one of these modes, as given.</param>
/// <param name="Customers">Shipments to one of these.</param>
/// <param name="Skus">Shipments made with one of these.</param>
/// <param name="PromisedFrom">Promised for that day or later.</param>
/// <param name="PromisedTo">Promised for a day before.</param>
/// <param name="DeliveredFrom">Arrived completely at or after.</param>
/// <param name="DeliveredTo">Arrived completely before.</param>
[GenerateSerializer, Immutable, Alias("shipment-query")]
public sealed record ShipmentQuery(
    [property: Id(0), Filter("status", "Only shipments in that status.", Several = nameof(ShipmentQuery.Statuses))]
    ShipmentStatus? Status = null,
    [property: Id(1), Filter("order", "Only shipments of that order.", Several = nameof(ShipmentQuery.Orders))]
    OrderId? Order = null,
    [property: Id(2), Filter("warehouse", "Only shipments from there.", Several = nameof(ShipmentQuery.Warehouses))]
    WarehouseId? Warehouse = null,
    [property: Id(3)] Items<ShipmentStatus> Statuses = default,
    [property: Id(4)] Items<OrderId> Orders = default,
    [property: Id(5)] Items<WarehouseId> Warehouses = default,
    [property: Id(6), Filter("open", "Only shipments of which units are still to arrive; cancelled ones are none.")]
    bool Open = false,
    [property: Id(7), Filter("standing", "Only shipments that stand like that against their promise today.")]
    Items<ShipmentStanding> Standings = default,
    [property: Id(8), Filter("q", "Only shipments whose number, tracking number or order contains the text.")]
    string? Text = null,
    [property: Id(9), Filter("carrier", "Only shipments of that carrier, as given.")]
    Items<string> Carriers = default,
    [property: Id(10), Filter("mode", "Only shipments of that mode, as given.")]
    Items<string> Modes = default,
    [property: Id(11), Filter("customer", "Only shipments to that customer.")]
    Items<CustomerId> Customers = default,
    [property: Id(12), Filter("sku", "Only shipments made with that product.")]
    Items<Sku> Skus = default,
    [property: Id(13), Filter("promisedFrom", "Promised for that date or later.")]
    DateOnly? PromisedFrom = null,
    [property: Id(14), Filter("promisedTo", "Promised for a date before.")]
    DateOnly? PromisedTo = null,
    [property: Id(15), Filter("deliveredFrom", "Arrived completely at or after that date or instant.")]
    DateTimeOffset? DeliveredFrom = null,
    [property: Id(16), Filter("deliveredTo", "Arrived completely before that date or instant.")]
    DateTimeOffset? DeliveredTo = null);

/// <summary>A shipment in a list.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Owner">Whose demands it serves.</param>
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
    [property: Id(1)] DemandOwner Owner,
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
    [property: Id(16)] ShipmentStanding? Standing = null) : IListed
{
    /// <summary>The order it belongs to; null when its owner is of another kind.</summary>
    public OrderId? Order => Owner.Order;

    /// <summary>What a list of them can be sorted by; the last report by when it happened.</summary>
    public static Items<string> SortFields { get; } =
    [
        "id", "order", "warehouse", "mode", "carrier", "trackingNumber", "status", "exception", "eta",
        "promise", "version", "units", "customer", "dispatchedAt", "lastReport", "standing",
    ];
}
