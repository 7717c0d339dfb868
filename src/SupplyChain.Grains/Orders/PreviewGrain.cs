using Orleans.Concurrency;
using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Transfers;

namespace SupplyChain.Orders;

/// <summary>Says what would happen. It only asks: nothing is written, reserved or told.</summary>
[GrainType("preview"), StatelessWorker, Reentrant]
public sealed class PreviewGrain(
    NetworkMap map, TimeProvider time, IClosingQueries closings, IReadModels readModels, IProjection projection,
    IJournal journal)
    : Grain, IPreviewGrain
{
    private static readonly TimeSpan CatchUpTimeout = TimeSpan.FromSeconds(1);

    private TenantId Tenant => this.GetPrimaryKeyString();

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().Date);

    /// <inheritdoc/>
    public async Task<QuoteReply> Quote(PlaceOrder order)
    {
        var now = time.GetUtcNow();
        if (order.Validate(now) is { Count: > 0 } faults)
        {
            return Replies.Invalid<QuoteReply, QuoteDetails>(faults);
        }
        var shipTo = new OrderAddress(
            order.ShipTo.Country, order.ShipTo.Latitude, order.ShipTo.Longitude, order.ShipTo.Unlocode, null, null);
        var point = shipTo.Point() is { } at ? new ShipToPoint(at.Latitude, at.Longitude) : null;
        var sourcing = new OrderSourcing(GrainFactory, Tenant);
        var lines = order.Lines.Select((line, index) => (index, line)).ToList();
        switch (await OrderableLines.Check(sourcing, id => map.FindAsync(Tenant, id), lines, point))
        {
            case { Refused: { } refused }:
                return new() { Status = ReplyStatus.Refused, Refusal = refused.Reason, Message = refused.Message };
            case { Faults: var unknown }:
                return Replies.Invalid<QuoteReply, QuoteDetails>(unknown);
        }
        var pinned = order.Lines.Select(line => line.Warehouse).OfType<WarehouseId>().Distinct().ToItems();
        var stock = await sourcing.Look(order.Lines.Select(line => line.Sku), point, pinned);
        return new() { Value = Order.Quote(order, shipTo, stock, Today, now) };
    }

    /// <inheritdoc/>
    public async Task<ClosingPreviewReply> Close(PreviewClosing closing)
    {
        if (!CallContext.Scope.Includes(closing.Warehouse))
        {
            return Replies.NotFound<ClosingPreviewReply, ClosingPreview>();
        }
        var reply = await Actor<IWarehouseActor>(closing.Warehouse.Value).PreviewClose(closing.Closing);
        if (reply is not { Accepted: true, Value: { } warehouse })
        {
            return new()
            {
                Status = reply.Status, Refusal = reply.Refusal, Message = reply.Message, Faults = reply.Faults,
            };
        }
        var chain = new PreviewChain(GrainFactory, Tenant, time);
        if (reply.Replayed)
        {
            return new() { Status = reply.Status, Value = new(warehouse, chain.Consequences) };
        }
        chain.Close(closing.Warehouse);
        await ReadBackAsync();
        var owners = await Queries.Run(() => closings.OwnersToMoveAsync(Tenant, closing.Warehouse));
        var leave = new LeaveWarehouse(closing.Warehouse, warehouse.ClosingVersion);
        var query = new ForeseeOrder(StockTrace.None) { Leave = leave };
        await chain.Walk(owners.Select(one => (one.Owner, query)).ToList());
        var (others, count) = await Queries.Run(() =>
            readModels.TransfersThatGoOnAsync(Tenant, closing.Warehouse, PreviewChain.MostOwners));
        chain.GoOn(others, count);
        return new() { Value = new(warehouse, chain.Consequences) };
    }

    /// <inheritdoc/>
    public async Task<AdjustmentPreviewReply> Adjust(PreviewAdjustment query)
    {
        var wish = query.Adjustment;
        CallContext.Scope.Demand(wish.Warehouse);
        var recorded = await Actor<IAdjustmentActor>(query.Id.Value).Preview(wish);
        if (recorded is not { Accepted: true, Value: { } adjustment })
        {
            return new()
            {
                Status = recorded.Status,
                Refusal = recorded.Refusal,
                Message = recorded.Message,
                Faults = recorded.Faults,
            };
        }
        var item = new StockItemId(wish.Sku, wish.Warehouse);
        var chain = new PreviewChain(GrainFactory, Tenant, time);
        var supply = Actor<ISupplyActor>(wish.Sku.Value);
        if (recorded.Replayed)
        {
            var level = await supply.Level(wish.Warehouse);
            return new() { Status = recorded.Status, Value = new(adjustment, level, chain.Consequences) };
        }
        var stock = await supply.PreviewAdjust(new(
            wish.Warehouse, new(query.Id, wish.Delta, wish.Reason, wish.OccurredAt, Repeat.No)));
        if (stock is not { Accepted: true, Value: { } seen })
        {
            return new() { Status = stock.Status, Refusal = stock.Refusal, Message = stock.Message };
        }
        await chain.Change(item, seen.After.Available - seen.Before.Available);
        await chain.Walk(
            [
                .. from drop in seen.Dropped.Reverse()
                   group drop by drop.Key.Owner into drops
                   select (drops.Key, new ForeseeOrder(StockTrace.None) { Lose = new(item, drops.ToItems()) }),
            ]);
        return new() { Value = new(adjustment, seen.After, chain.Consequences) };
    }

    /// <summary>Lets the lists catch up with what is recorded, for a moment: they say which owners are
    /// concerned.</summary>
    private async Task ReadBackAsync()
    {
        using var patience = new CancellationTokenSource(CatchUpTimeout, time);
        try
        {
            await projection.WaitForAsync(await journal.TailPositionAsync(patience.Token), patience.Token);
        }
        catch (OperationCanceledException)
        {
            // The lists are behind; a look ahead says what they know.
        }
    }

    private T Actor<T>(string id) where T : IGrainWithStringKey => GrainFactory.GetGrain<T>(GrainKey.Of(Tenant, id));
}
