using SupplyChain.Network;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Inventory;

/// <summary>Goods that come, leave and are counted; each happens once under its cause.</summary>
public sealed partial class SupplyGrain
{
    /// <inheritdoc/>
    public async Task<StockReply> Receive(AtWarehouse<ReceiveStock> receipt)
    {
        var command = receipt.Command;
        var cause = command.Transfer is { } transfer
            ? $"{Transfer.Kind}/{transfer}/{command.Receipt}/{command.LineIndex}"
            : $"{Receipt.Kind}/{command.Receipt}/{command.LineIndex}";
        return command.Repeat == Repeat.Maybe && await Happened(receipt.Warehouse, cause)
            ? await Replayed(receipt.Warehouse)
            : await Change(
                receipt.Warehouse, stock => StockItem.Decide(stock, command, Now), command.OccurredAt, cause);
    }

    /// <inheritdoc/>
    public async Task<StockReply> Adjust(AtWarehouse<AdjustStock> adjustment)
    {
        var command = adjustment.Command;
        var cause = $"{Adjustment.Kind}/{command.Adjustment}/{command.Try}";
        return command.Repeat == Repeat.Maybe && await Happened(adjustment.Warehouse, cause)
            ? await Replayed(adjustment.Warehouse)
            : await Change(
                adjustment.Warehouse, stock => StockItem.Decide(stock, command, Now), command.OccurredAt, cause);
    }

    /// <inheritdoc/>
    public async Task<StockPreviewReply> PreviewAdjust(AtWarehouse<AdjustStock> adjustment)
    {
        var (item, id) = (_streams.Item(adjustment.Warehouse), new StockItemId(Sku, adjustment.Warehouse));
        await ConfirmForReading([item]);
        var (stock, isRationed) = (item.State, Backlog.State.IsRationed);
        var decision = StockItem.Decide(stock, adjustment.Command, Now);
        var after = decision.Aggregate(stock, (state, @event) => StockItem.Evolve(state, @event, Now));
        var dropped = decision.OfType<StockEvent.ReservationsDropped>().SelectMany(drops => drops.Dropped);
        await Durable();
        return Replies.To<StockPreviewReply, StockPreview, StockEvent>(decision, new(
            stock.Level(id, isRationed), after.Level(id, isRationed),
            dropped.Select(loss => loss.ToContract()).ToItems()));
    }

    /// <inheritdoc/>
    public async Task<Items<IssueGoodsLine>> Issue(AtWarehouse<IssueGoods> issue)
    {
        var (item, command) = (_streams.Item(issue.Warehouse), issue.Command);
        var cause = command.Returns == 0
            ? $"{Shipment.Kind}/{command.Shipment}"
            : $"{Shipment.Kind}/{command.Shipment}/{command.Returns}";
        if (command.Repeat == Repeat.Maybe && await FindEffect(item, cause) is { } row)
        {
            return Left(EventCodec.Decode<StockEvent.Moved>(row.Type, row.Schema, row.Data));
        }
        return await Commit(
            item, stock => StockItem.Decide(stock, command, Now), (_, decision) => Left((StockEvent.Moved)decision[0]),
            command.OccurredAt, cause);
    }

    /// <inheritdoc/>
    public async Task<StockReply> Return(AtWarehouse<ReturnGoods> goods)
    {
        var command = goods.Command;
        var cause = $"{Shipment.Kind}/{command.Shipment}/return/{command.Returns}";
        return await Happened(goods.Warehouse, cause)
            ? await Replayed(goods.Warehouse)
            : await Change(goods.Warehouse, stock => StockItem.Decide(stock, command), OccurredAt.Now, cause);
    }

    /// <inheritdoc/>
    public async Task<Items<DroppedReservation>> Dropped(WarehouseId warehouse)
    {
        var item = _streams.Item(warehouse);
        await ConfirmForReading([item]);
        var dropped = item.State.Dropped.Values.Select(loss => loss.ToContract()).ToItems();
        await Durable();
        return dropped;
    }

    /// <inheritdoc/>
    public Task ConfirmDropped(AtWarehouse<ConfirmDropped> heard) => Change(
        heard.Warehouse, stock => StockItem.Decide(stock, heard.Command), OccurredAt.Now, cause: null);

    private static Items<IssueGoodsLine> Left(StockEvent.Moved issued) =>
        (issued.Consumed ?? []).Select(units => units.ToContract()).ToItems();

    private Task<StockReply> Change(
        WarehouseId warehouse, Func<StockItem, Decision<StockEvent>> decide, OccurredAt occurredAt, string? cause)
    {
        var item = _streams.Item(warehouse);
        return Commit(
            item, decide, (_, decision) => Replies.To<StockReply, StockLevel, StockEvent>(decision, Level(item)),
            occurredAt, cause);
    }

    private async Task<bool> Happened(WarehouseId warehouse, string cause) =>
        await FindEffect(_streams.Item(warehouse), cause) is not null;

    private async Task<StockReply> Replayed(WarehouseId warehouse) =>
        new() { Status = ReplyStatus.Replayed, Value = await Level(warehouse) };
}
