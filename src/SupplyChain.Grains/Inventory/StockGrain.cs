using Orleans.Concurrency;
using SupplyChain.Network;
using SupplyChain.Operations;

namespace SupplyChain.Inventory;

/// <summary>
/// The address of one stock item: what clients ask there, and what nodes of release 0.1 say to it, its product's supply
/// answers.
/// </summary>
[GrainType("stock"), PlacedAtHome, Reentrant]
public sealed class StockGrain : Grain, IStockGrain, IStockActor
{
    private ISupplyActor _supply = null!;
    private WarehouseId _warehouse;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var (tenant, id) = GrainKey.Split(this.GetPrimaryKeyString());
        var item = StockItemId.Parse(id);
        (_supply, _warehouse) = (GrainFactory.GetGrain<ISupplyActor>(GrainKey.Of(tenant, item.Sku)), item.Warehouse);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<StockLevel> Get() => _supply.Level(_warehouse);

    /// <inheritdoc/>
    public Task<StockReply> Receive(ReceiveStock command) => _supply.Receive(new(_warehouse, command));

    /// <inheritdoc/>
    public Task<StockReply> Adjust(AdjustStock command) => _supply.Adjust(new(_warehouse, command));

    /// <inheritdoc/>
    public Task<StockPreviewReply> PreviewAdjust(AdjustStock command) =>
        _supply.PreviewAdjust(new(_warehouse, command));

    /// <inheritdoc/>
    public async Task<ReserveReply> Reserve(ReserveStock command) =>
        new((await _supply.Reserve([new(_warehouse, command)]))[0], await _supply.Level(_warehouse));

    /// <inheritdoc/>
    public async Task<StockReply> Reduce(ReduceReservations command) =>
        (await _supply.Reduce([new(_warehouse, command)]))[0];

    /// <inheritdoc/>
    public Task<Items<IssueGoodsLine>> Issue(IssueGoods command) => _supply.Issue(new(_warehouse, command));

    /// <inheritdoc/>
    public Task<StockReply> Return(ReturnGoods command) => _supply.Return(new(_warehouse, command));

    /// <summary>There is nothing to mark: the supply rations while lines wait.</summary>
    public async Task<StockReply> Ration(RationStock command) =>
        new() { Status = ReplyStatus.Replayed, Value = await _supply.Level(_warehouse) };

    /// <inheritdoc/>
    public Task<Items<DroppedReservation>> Dropped() => _supply.Dropped(_warehouse);

    /// <inheritdoc/>
    public Task ConfirmDropped(ConfirmDropped command) => _supply.ConfirmDropped(new(_warehouse, command));
}
