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
[SchemaName("WarehouseLoad")]
public sealed record WarehouseLoadAnswer(
    WarehouseId Warehouse,
    long OnHand,
    long Reserved,
    long ReservedLines,
    long UnreleasedUnits,
    long PinnedLines,
    long PinnedUnits,
    long UnderWay,
    Items<WaitingShipmentsAnswer> Waiting,
    Items<SentUnitsAnswer> Sent)
{
    internal static WarehouseLoadAnswer Of(WarehouseLoad load) => new(
        load.Warehouse,
        load.OnHand,
        load.Reserved,
        load.ReservedLines,
        load.UnreleasedUnits,
        load.PinnedLines,
        load.PinnedUnits,
        load.UnderWay,
        load.Waiting.Each(WaitingShipmentsAnswer.Of),
        load.Sent.Each(SentUnitsAnswer.Of));
}
