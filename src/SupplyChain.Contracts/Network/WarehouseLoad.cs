namespace SupplyChain.Network;

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
