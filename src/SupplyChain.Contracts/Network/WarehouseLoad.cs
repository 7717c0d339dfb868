using SupplyChain.Shipments;

namespace SupplyChain.Network;

/// <summary>Asks what a warehouse has to do, and what it did on some days.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="From">The first day at the warehouse; null for 13 days before <paramref name="To"/>.</param>
/// <param name="To">The last day there; null for the business day in UTC.</param>
[GenerateSerializer, Immutable, Alias("warehouse-load-query")]
public sealed record WarehouseLoadQuery(
    [property: Id(0)] WarehouseId Warehouse,
    [property: Id(1)] DateOnly? From = null,
    [property: Id(2)] DateOnly? To = null);

/// <summary>What a warehouse has to do, and what it did.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="OnHand">Units in it.</param>
/// <param name="Reserved">Units of them that belong to order lines.</param>
/// <param name="ReservedLines">Order lines these belong to.</param>
/// <param name="UnreleasedUnits">Reserved units that are in no shipment yet.</param>
/// <param name="PinnedLines">Order lines that wait and may come from nowhere else.</param>
/// <param name="PinnedUnits">Units these wait for.</param>
/// <param name="UnderWay">Shipments that have left it and not arrived.</param>
/// <param name="Waiting">Shipments that have not left it, by status.</param>
/// <param name="Sent">What left it on each day that was asked for and on which something did, oldest first.</param>
[GenerateSerializer, Immutable, Alias("warehouse-load")]
public sealed record WarehouseLoad(
    [property: Id(0)] WarehouseId Warehouse,
    [property: Id(1)] long OnHand,
    [property: Id(2)] long Reserved,
    [property: Id(3)] long ReservedLines,
    [property: Id(4)] long UnreleasedUnits,
    [property: Id(5)] long PinnedLines,
    [property: Id(6)] long PinnedUnits,
    [property: Id(7)] long UnderWay,
    [property: Id(8)] Items<WaitingShipments> Waiting,
    [property: Id(9)] Items<SentUnits> Sent);

/// <summary>What left a warehouse on a day.</summary>
/// <param name="Day">The day at the warehouse; in UTC when its zone is unknown.</param>
/// <param name="Shipments">Shipments that left.</param>
/// <param name="Units">Units in them.</param>
[GenerateSerializer, Immutable, Alias("sent-units")]
public sealed record SentUnits(
    [property: Id(0)] DateOnly Day, [property: Id(1)] long Shipments, [property: Id(2)] long Units);

/// <summary>Shipments that have not left their warehouse.</summary>
/// <param name="Status">Planned, picked or packed.</param>
/// <param name="Shipments">How many.</param>
/// <param name="Units">Units in them.</param>
[GenerateSerializer, Immutable, Alias("waiting-shipments")]
public sealed record WaitingShipments(
    [property: Id(0)] ShipmentStatus Status, [property: Id(1)] long Shipments, [property: Id(2)] long Units);
