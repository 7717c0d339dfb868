using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>One goods receipt: records the document, brings every line into stock, serves the lines that waited for
/// it.</summary>
[GrainType("receipt"), Reentrant]
public sealed class ReceiptGrain(ActorServices services, Digests digests, NetworkMap map)
    : JournaledActor<Receipt, ReceiptEvent>(services), IReceiptGrain, IReceiptActor
{
    private const int MaxOwnersAtOnce = 32;
    private bool _mayRepeat = true;

    /// <inheritdoc/>
    public async Task<ReceiptReply> Record(RecordReceipt command)
    {
        var condition = CallContext.TakeCondition();
        var faults = command.Validate(Now);
        if (faults.Count > 0)
        {
            return Replies.Invalid<ReceiptReply, ReceiptDetails>(faults);
        }
        using var turn = await Turn.EnterAsync(TimeLeft);
        var digest = await digests.OfAsync(Tenant, DigestV1.Of(Receipt.InRecordedOrder(State, command)));
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
        _mayRepeat &= reply.Replayed;
        await Post();
        return reply with { Value = State.Details(Id) };
    }

    /// <inheritdoc/>
    public Task<ReceiptDetails?> Get() => Read(receipt => receipt.Details(Id));

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
        var mayRepeat = _mayRepeat;
        _mayRepeat = true;
        await Task.WhenAll(document.Lines.Select((line, i) => Stock(line.Sku).Receive(
            new(Id, i, line.Quantity, At(document.OccurredAt), mayRepeat))));
        foreach (var sku in document.Lines.Select(line => line.Sku).Distinct())
        {
            await ServeWaitingLines(sku);
        }
        await Commit(Receipt.DecidePosted);
    }

    /// <summary>Lines that waited are served before the answer says that the goods are there.</summary>
    private async Task ServeWaitingLines(Sku sku)
    {
        var news = await GrainFactory.GetGrain<IBacklogActor>(GrainKey.Of(Tenant, sku)).Restock();
        foreach (var owners in news.Grants.Select(grant => grant.Owner).Distinct().Chunk(MaxOwnersAtOnce))
        {
            await Task.WhenAll(owners.Select(owner => Tell(owner, sku)));
        }
    }

    private async Task Tell(DemandOwner owner, Sku sku)
    {
        try
        {
            await GrainFactory.OwnerOf(Tenant, owner).AcceptGrants(new(sku));
        }
        catch (Exception trouble) when (trouble is UnavailableException or BusyException or TimeoutException
            or Orleans.Runtime.OrleansException)
        {
            // The grant is durable: the dispatcher tells the owner again.
            Services.Log.Interrupted(Stream.ToString(), trouble.Message);
        }
    }

    private async Task<Items<Fault>> Unknown(RecordReceipt command)
    {
        var faults = new List<Fault>();
        if (await map.FindAsync(Tenant, command.Warehouse) is null)
        {
            faults.Add(new("/warehouse", FaultCodes.UnknownWarehouse, $"There is no warehouse {command.Warehouse}."));
        }
        for (var i = 0; i < command.Lines.Count; i++)
        {
            var sku = command.Lines[i].Sku;
            if (await GrainFactory.GetGrain<IProductGrain>(GrainKey.Of(Tenant, sku)).Get() is null)
            {
                faults.Add(new($"/lines/{i}/sku", FaultCodes.UnknownSku, $"There is no product {sku}."));
            }
        }
        return faults.ToItems();
    }

    private IStockActor Stock(Sku sku) =>
        GrainFactory.GetGrain<IStockActor>(GrainKey.Of(Tenant, new StockItemId(sku, State.Document!.Warehouse)));

    private static OccurredAt At(DateTimeOffset? instant) => instant is { } at ? OccurredAt.At(at) : OccurredAt.Unknown;
}
