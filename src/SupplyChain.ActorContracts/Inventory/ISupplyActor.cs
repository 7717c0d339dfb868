using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>
/// What other actors say to the supply of a product, <c>tenant/sku</c>: its stock items in all warehouses, and the
/// queue of the lines that wait for it. Clients use <see cref="IStockGrain"/> and <see cref="IAvailabilityGrain"/>.
/// </summary>
[GrainInterfaceType("supply"), Alias("supply")]
public interface ISupplyActor : IGrainWithStringKey
{
    /// <summary>The best places to take the product from.</summary>
    [Alias("candidates")] Task<AvailabilityReply> Candidates(FindCandidates query);

    /// <summary>Reserves units for an owner of demands, each reservation wholly or not at all; one answer each, in
    /// order.</summary>
    [Alias("reserve")] Task<Items<ReserveOutcome>> Reserve(Items<AtWarehouse<ReserveStock>> reservations);

    /// <summary>
    /// Releases reservations, wholly or in part, and gives what came free to lines that wait; one answer each, in
    /// order.
    /// </summary>
    [Alias("reduce")] Task<Items<StockReply>> Reduce(Items<AtWarehouse<ReduceReservations>> reductions);

    /// <summary>Units arrive.</summary>
    [Alias("receive")] Task<StockReply> Receive(AtWarehouse<ReceiveStock> receipt);

    /// <summary>On hand is corrected; refused with <see cref="Refusal.BelowZero"/> when it would fall below
    /// zero.</summary>
    [Alias("adjust")] Task<StockReply> Adjust(AtWarehouse<AdjustStock> adjustment);

    /// <summary>What an adjustment would leave, and who would lose units; changes nothing.</summary>
    [Alias("preview-adjust")] Task<StockPreviewReply> PreviewAdjust(AtWarehouse<AdjustStock> adjustment);

    /// <summary>Goods leave with a shipment; answers what left, the same whenever it is asked again.</summary>
    [Alias("issue")] Task<Items<IssueGoodsLine>> Issue(AtWarehouse<IssueGoods> issue);

    /// <summary>Goods that had been issued are back; the same whenever it is asked again.</summary>
    [Alias("return")] Task<StockReply> Return(AtWarehouse<ReturnGoods> goods);

    /// <summary>Dropped reservations of a stock item whose owners have not heard of it.</summary>
    [Alias("dropped")] Task<Items<DroppedReservation>> Dropped(WarehouseId warehouse);

    /// <summary>The owners have heard.</summary>
    [Alias("confirm-dropped")] Task ConfirmDropped(AtWarehouse<ConfirmDropped> heard);

    /// <summary>One stock item.</summary>
    [Alias("level")] Task<StockLevel> Level(WarehouseId warehouse);

    /// <summary>Every stock item, by warehouse.</summary>
    [Alias("levels")] Task<Items<StockLevel>> Levels();

    /// <summary>
    /// Queues lines (or changes what waits), and reserves at once what no waiting line of equal or higher priority can
    /// use.
    /// </summary>
    [Alias("queue")] Task<BacklogReply> Queue(QueueLines command);

    /// <summary>Stock may have come free: serves the queue in order; the owners hear of it later.</summary>
    [Alias("replenish")] Task Replenish();

    /// <summary>
    /// New stock has come: serves the queue in order, and leaves it to the caller to tell the owners.
    /// </summary>
    [Alias("restock")] Task<BacklogReply> Restock();

    /// <summary>Reserves a whole line that is served together with others, or nothing.</summary>
    [Alias("claim")] Task<BacklogReply> Claim(ClaimLine command);

    /// <summary>Grants taken over or given back.</summary>
    [Alias("settle")] Task Settle(SettleGrants command);

    /// <summary>What owners have still to hear, apart from what is under way to them.</summary>
    [Alias("handover")] Task<BacklogHandover> Handover();

    /// <summary>The owners have heard that they could be completed.</summary>
    [Alias("told")] Task ConfirmHandover(ConfirmHandover command);

    /// <summary>The grants that an owner has not taken over.</summary>
    [Alias("grants-of")] Task<BacklogReply> GrantsOf(DemandOwner owner);

    /// <summary>The lines that are served first.</summary>
    [Alias("head")] Task<BacklogDetails> Head(QueueHead query);

    /// <summary>The product was defined anew; else the supply asks for it now and then.</summary>
    [Alias("learn-product")] Task LearnProduct(ProductDetails product);

    /// <summary>Takes up whatever an interrupted turn left unfinished.</summary>
    [Alias("resume")] Task Resume();
}
