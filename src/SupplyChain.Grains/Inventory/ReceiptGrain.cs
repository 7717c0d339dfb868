using Orleans.Concurrency;
using SupplyChain.Network;
using SupplyChain.Operations;

namespace SupplyChain.Inventory;

/// <summary>One goods receipt: records the document, brings every line into stock, serves the lines that waited for
/// it.</summary>
[GrainType("receipt"), Reentrant]
public sealed class ReceiptGrain(
    ActorServices services, Digests digests, MasterData known, StockArrivals arrivals, Arrivals attempts)
    : JournaledActor<Receipt, ReceiptEvent>(services), IReceiptGrain, IReceiptActor
{
    private Repeat _repeat = Repeat.Maybe;

    /// <inheritdoc/>
    public async Task<ReceiptReply> Record(RecordReceipt command) =>
        attempts.Noted(Stream, await RecordAsync(command));

    private async Task<ReceiptReply> RecordAsync(RecordReceipt command)
    {
        var condition = CallContext.TakeCondition();
        var faults = command.Validate(Now);
        if (faults.Count > 0)
        {
            return Replies.Invalid<ReceiptReply, ReceiptDetails>(faults);
        }
        CallContext.Scope.Demand(command.Warehouse);
        using var turn = await Turn.EnterAsync(TimeLeft);
        var digest = await digests.OfAsync(Tenant, Receipt.CanonicalV1(Receipt.InRecordedOrder(State, command)));
        if (State.Document is null && await Unknown(command) is { Count: > 0 } unknown)
        {
            return Replies.Invalid<ReceiptReply, ReceiptDetails>(unknown);
        }
        var reply = await Commit(
            receipt => Replies.Unmet(condition, receipt.Document is null ? 0 : receipt.Version) is { } unmet
                ? unmet
                : Receipt.Decide(receipt, command, digest, Now),
            (receipt, decision) => Replies.To<ReceiptReply, ReceiptDetails, ReceiptEvent>(
                decision, receipt.Details(Id), ReplyStatus.Created),
            command.OccurredAt);
        if (!reply.Accepted)
        {
            return reply;
        }
        _repeat = reply.Replayed ? _repeat : Repeat.No;
        await Post();
        return reply with { Value = State.Details(Id) };
    }

    /// <inheritdoc/>
    public Task<ReceiptDetails?> Get()
    {
        var scope = CallContext.Scope;
        return Read(receipt =>
            receipt.Document is { } document && scope.Includes(document.Warehouse) ? receipt.Details(Id) : null);
    }

    /// <inheritdoc/>
    public async Task Resume()
    {
        using var turn = await Turn.EnterAsync(TimeLeft);
        if (State.Document is not null)
        {
            await Post();
        }
    }

    private async Task Post()
    {
        if (State.Posted)
        {
            return;
        }
        var document = State.Document!;
        var repeat = _repeat;
        _repeat = Repeat.Maybe;
        await Task.WhenAll(document.Lines.Select((line, i) => Supply(line.Sku).Receive(new(
            document.Warehouse, new(Id, i, line.Quantity, At(document.OccurredAt), repeat)))));
        await arrivals.ServeWaitingLines(Tenant, document.Lines.Select(line => line.Sku));
        await Commit(Receipt.DecidePosted);
    }

    private Task<Items<Fault>> Unknown(RecordReceipt command) => known.UnknownAsync(
        Tenant, [("/warehouse", command.Warehouse)],
        command.Lines.Select((line, index) => ($"/lines/{index}/sku", line.Sku)));

    private ISupplyActor Supply(Sku sku) => GrainFactory.GetGrain<ISupplyActor>(GrainKey.Of(Tenant, sku));

    private static OccurredAt At(DateTimeOffset? instant) => instant is { } at ? OccurredAt.At(at) : OccurredAt.Unknown;
}
