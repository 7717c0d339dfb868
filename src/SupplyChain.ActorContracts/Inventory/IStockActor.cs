namespace SupplyChain.Inventory;

/// <summary>
/// What actors of release 0.1 say to a stock item, one product in one warehouse: <c>tenant/sku@warehouse</c>. Those of
/// this release speak to <see cref="ISupplyActor"/>.
/// </summary>
[GrainInterfaceType("stock-actor"), Alias("stock-actor")]
public interface IStockActor : IGrainWithStringKey
{
    /// <summary>Units arrive.</summary>
    [Alias("receive")] Task<StockReply> Receive(ReceiveStock command);

    /// <summary>On hand is corrected; refused with <see cref="Refusal.BelowZero"/> when it would fall below
    /// zero.</summary>
    [Alias("adjust")] Task<StockReply> Adjust(AdjustStock command);

    /// <summary>What an adjustment would leave, and who would lose units; changes nothing.</summary>
    [Alias("preview-adjust")] Task<StockPreviewReply> PreviewAdjust(AdjustStock command);

    /// <summary>Reserves units for a demand.</summary>
    [Alias("reserve")] Task<ReserveReply> Reserve(ReserveStock command);

    /// <summary>Releases reservations, wholly or in part.</summary>
    [Alias("reduce")] Task<StockReply> Reduce(ReduceReservations command);

    /// <summary>Goods leave with a shipment; answers what left, the same whenever it is asked again.</summary>
    [Alias("issue")] Task<Items<IssueGoodsLine>> Issue(IssueGoods command);

    /// <summary>Goods that had been issued are back; the same whenever it is asked again.</summary>
    [Alias("return")] Task<StockReply> Return(ReturnGoods command);

    /// <summary>Starts or ends rationing; changes nothing, since the supply rations while lines wait.</summary>
    [Alias("ration")] Task<StockReply> Ration(RationStock command);

    /// <summary>Dropped reservations whose owners have not heard of it.</summary>
    [Alias("dropped")] Task<Items<DroppedReservation>> Dropped();

    /// <summary>The owners have heard.</summary>
    [Alias("confirm-dropped")] Task ConfirmDropped(ConfirmDropped command);
}
