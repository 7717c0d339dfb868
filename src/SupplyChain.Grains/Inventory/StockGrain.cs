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
    private StockItemId _item;

    private WarehouseId Warehouse => _item.Warehouse;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var (tenant, id) = GrainKey.Split(this.GetPrimaryKeyString());
        _item = StockItemId.Parse(id);
        _supply = GrainFactory.GetGrain<ISupplyActor>(GrainKey.Of(tenant, _item.Sku));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<StockLevel> Get() => CallContext.Scope.Includes(Warehouse)
        ? await _supply.Level(Warehouse)
        : StockItem.Initial.Level(_item, isRationed: false);

    /// <inheritdoc/>
    public Task<StockReply> Receive(ReceiveStock command) => _supply.Receive(new(Warehouse, command));

    /// <inheritdoc/>
    public Task<StockReply> Adjust(AdjustStock command) => _supply.Adjust(new(Warehouse, command));

    /// <inheritdoc/>
    public Task<StockPreviewReply> PreviewAdjust(AdjustStock command) =>
        _supply.PreviewAdjust(new(Warehouse, command));

    /// <inheritdoc/>
    public async Task<ReserveReply> Reserve(ReserveStock command) =>
        new((await _supply.Reserve([new(Warehouse, command)]))[0], await _supply.Level(Warehouse));

    /// <inheritdoc/>
    public async Task<StockReply> Reduce(ReduceReservations command) =>
        (await _supply.Reduce([new(Warehouse, command)]))[0];

    /// <inheritdoc/>
    public Task<Items<IssueGoodsLine>> Issue(IssueGoods command) => _supply.Issue(new(Warehouse, command));

    /// <inheritdoc/>
    public Task<StockReply> Return(ReturnGoods command) => _supply.Return(new(Warehouse, command));

    /// <summary>There is nothing to mark: the supply rations while lines wait.</summary>
    public async Task<StockReply> Ration(RationStock command) =>
        new() { Status = ReplyStatus.Replayed, Value = await _supply.Level(Warehouse) };

    /// <inheritdoc/>
    public Task<Items<DroppedReservation>> Dropped() => _supply.Dropped(Warehouse);

    /// <inheritdoc/>
    public Task ConfirmDropped(ConfirmDropped command) => _supply.ConfirmDropped(new(Warehouse, command));
}
