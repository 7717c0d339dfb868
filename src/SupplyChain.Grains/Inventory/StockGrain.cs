using Orleans.Concurrency;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Inventory;

/// <summary>One stock item. The hottest actor: thousands of reservations a second share its commits.</summary>
[GrainType("stock"), Reentrant]
public sealed class StockGrain(ActorServices services)
    : JournaledActor<StockItem, StockEvent>(services), IStockGrain, IStockActor
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(20);
    private IAvailabilityActor _availability = null!;
    private StockItemId _id;
    private bool _reportDue;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        _id = StockItemId.Parse(Id);
        _availability = GrainFactory.GetGrain<IAvailabilityActor>(GrainKey.Of(Tenant, _id.Sku));
        if (State.Version > 0)
        {
            ReportSoon(); // What was stored before may not have been reported.
        }
    }

    /// <inheritdoc/>
    public async Task<StockReply> Receive(ReceiveStock command)
    {
        var cause = command.Transfer is { } transfer
            ? $"{Transfer.Kind}/{transfer}/{command.Receipt}/{command.LineIndex}"
            : $"{Receipt.Kind}/{command.Receipt}/{command.LineIndex}";
        return command.MayRepeat && await Happened(cause)
            ? await Level()
            : await Change(stock => StockItem.Decide(stock, command, Now), command.OccurredAt, cause);
    }

    /// <inheritdoc/>
    public async Task<StockReply> Adjust(AdjustStock command)
    {
        var cause = $"{Adjustment.Kind}/{command.Adjustment}/{command.Try}";
        return command.MayRepeat && await Happened(cause)
            ? await Level()
            : await Change(stock => StockItem.Decide(stock, command, Now), command.OccurredAt, cause);
    }

    /// <inheritdoc/>
    public Task<StockPreviewReply> PreviewAdjust(AdjustStock command) => Read(stock =>
    {
        var decision = StockItem.Decide(stock, command, Now);
        var after = decision.Aggregate(stock, (state, @event) => StockItem.Evolve(state, @event, Now));
        var dropped = decision.OfType<StockEvent.ReservationsDropped>().SelectMany(drops => drops.Dropped);
        return Replies.To<StockPreviewReply, StockPreview, StockEvent>(
            decision, new(stock.Level(_id), after.Level(_id), dropped.Select(loss => loss.ToContract()).ToItems()));
    });

    /// <inheritdoc/>
    public Task<ReserveReply> Reserve(ReserveStock command)
    {
        var outcome = ReserveOutcome.Stale;
        return Commit(
            stock =>
            {
                outcome = StockItem.Answer(stock, command);
                return StockItem.Decide(stock, command);
            },
            (stock, _) =>
            {
                ReportSoon();
                return new ReserveReply(outcome, stock.Level(_id));
            });
    }

    /// <inheritdoc/>
    public Task<StockReply> Reduce(ReduceReservations command) =>
        Change(stock => StockItem.Decide(stock, command), OccurredAt.Now, cause: null);

    /// <inheritdoc/>
    public async Task<Items<IssueGoodsLine>> Issue(IssueGoods command)
    {
        var cause = command.Returns == 0
            ? $"{Shipment.Kind}/{command.Shipment}"
            : $"{Shipment.Kind}/{command.Shipment}/{command.Returns}";
        if (command.MayRepeat && await FindEffect(cause) is { } row)
        {
            return Left(EventCodec.Decode<StockEvent.Moved>(row.Type, row.Schema, row.Data));
        }
        return await Commit(
            stock => StockItem.Decide(stock, command, Now),
            (_, decision) =>
            {
                ReportSoon();
                return Left((StockEvent.Moved)decision[0]);
            },
            command.OccurredAt, cause);
    }

    /// <inheritdoc/>
    public async Task<StockReply> Return(ReturnGoods command)
    {
        var cause = $"{Shipment.Kind}/{command.Shipment}/return/{command.Returns}";
        return await Happened(cause)
            ? await Level()
            : await Change(stock => StockItem.Decide(stock, command), OccurredAt.Now, cause);
    }

    /// <inheritdoc/>
    public Task<StockReply> Ration(RationStock command) =>
        Change(stock => StockItem.Decide(stock, command), OccurredAt.Now, cause: null);

    /// <inheritdoc/>
    public Task<Items<DroppedReservation>> Dropped() =>
        Read(stock => stock.Dropped.Values.Select(loss => loss.ToContract()).ToItems());

    /// <inheritdoc/>
    public Task ConfirmDropped(ConfirmDropped command) => Commit(stock => StockItem.Decide(stock, command));

    /// <inheritdoc/>
    public Task<StockLevel> Get() => Read(stock => stock.Level(_id));

    private static Items<IssueGoodsLine> Left(StockEvent.Moved issued) =>
        (issued.Consumed ?? []).Select(units => units.ToContract()).ToItems();

    /// <summary>Changes that others want to see at once.</summary>
    private async Task<StockReply> Change(
        Func<StockItem, Decision<StockEvent>> decide, OccurredAt occurredAt, string? cause)
    {
        var reply = await Commit(
            decide,
            (stock, decision) => Replies.To<StockReply, StockLevel, StockEvent>(decision, stock.Level(_id)),
            occurredAt, cause);
        return await Reported(reply);
    }

    /// <summary>Reports what is stored to the availability, before the caller hears of it.</summary>
    private async Task<StockReply> Reported(StockReply reply)
    {
        if (reply is { Accepted: true, Value: { } level })
        {
            await (reply.Replayed || level.Version == 1 ? _availability.Learn(level) : _availability.Report(level));
        }
        return reply;
    }

    private async Task<bool> Happened(string cause) => await FindEffect(cause) is not null;

    private async Task<Journal.JournaledEvent?> FindEffect(string cause)
    {
        try
        {
            return await Services.Journal.FindCauseAsync(Stream, cause);
        }
        catch (Journal.JournalUnavailableException trouble)
        {
            throw new UnavailableException($"{Stream} could not look back: {trouble.Message}");
        }
    }

    private async Task<StockReply> Level() =>
        await Reported(await Read(stock => new StockReply { Status = ReplyStatus.Replayed, Value = stock.Level(_id) }));

    /// <summary>
    /// Reservations are reported together, a moment later: the stock item's own answer is the truth anyway. No caller
    /// waits for the report, so a flag is enough; a <see cref="SharedRun{T}"/> in each of many stock items would cost
    /// memory.
    /// </summary>
    private void ReportSoon()
    {
        if (!_reportDue)
        {
            _reportDue = true;
            _ = Report();
        }
    }

    private async Task Report()
    {
        await Task.Delay(ReportInterval);
        _reportDue = false;
        try
        {
            await _availability.Report(await Get());
        }
        catch (UnavailableException)
        {
            // What could not be stored never happened; the next activation reports what did.
        }
    }
}
