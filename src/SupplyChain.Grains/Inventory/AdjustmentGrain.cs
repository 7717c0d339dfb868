using Orleans.Concurrency;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>One stock adjustment: records the wish, asks the stock item, and forgets it when that says no.</summary>
[GrainType("adjustment"), Reentrant]
public sealed class AdjustmentGrain(ActorServices services, Digests digests, MasterData known, Arrivals arrivals)
    : JournaledActor<Adjustment, AdjustmentEvent>(services), IAdjustmentGrain, IAdjustmentActor
{
    /// <inheritdoc/>
    public async Task<AdjustmentReply> Record(RecordAdjustment command) =>
        arrivals.Noted(Stream, await RecordAsync(command));

    private async Task<AdjustmentReply> RecordAsync(RecordAdjustment command)
    {
        var condition = CallContext.TakeCondition();
        var faults = command.Validate(Now);
        if (faults.Count > 0)
        {
            return Replies.Invalid<AdjustmentReply, AdjustmentDetails>(faults);
        }
        CallContext.Scope.Demand(command.Warehouse);
        var digest = await digests.OfAsync(Tenant, Adjustment.CanonicalV1(command));
        using var turn = await Turn.EnterAsync(TimeLeft);
        if (State.Document is null && await Unknown(command) is { Count: > 0 } unknown)
        {
            return Replies.Invalid<AdjustmentReply, AdjustmentDetails>(unknown);
        }
        var reply = await Commit(
            adjustment => Replies.Unmet(condition, adjustment.Document is null ? 0 : adjustment.Version) is { } unmet
                ? unmet
                : Adjustment.Decide(adjustment, command, digest, Now),
            (adjustment, decision) => Replies.To<AdjustmentReply, AdjustmentDetails, AdjustmentEvent>(
                decision, adjustment.Details(Id), ReplyStatus.Created),
            command.OccurredAt);
        if (!reply.Accepted)
        {
            return reply;
        }
        return await Post(reply.Replayed ? Repeat.Maybe : Repeat.No) is { } refused
            ? new() { Status = ReplyStatus.Refused, Refusal = refused.Refusal, Message = refused.Message }
            : reply with { Value = State.Details(Id) };
    }

    /// <inheritdoc/>
    public async Task<AdjustmentReply> Preview(RecordAdjustment command)
    {
        var condition = CallContext.TakeCondition();
        var known = await ReadNewest(adjustment => adjustment);
        if (command.Validate(Now) is { Count: > 0 } faults)
        {
            return Replies.Invalid<AdjustmentReply, AdjustmentDetails>(faults);
        }
        if (known.Document is null && await Unknown(command) is { Count: > 0 } unknown)
        {
            return Replies.Invalid<AdjustmentReply, AdjustmentDetails>(unknown);
        }
        var digest = known.Document is null ? "" : await digests.OfAsync(Tenant, Adjustment.CanonicalV1(command));
        var unmet = Replies.Unmet(condition, known.Document is null ? 0 : known.Version);
        var decision = unmet is { } refused ? refused : Adjustment.Decide(known, command, digest, Now);
        var wouldBe = decision.Aggregate(known, (state, @event) => Adjustment.Evolve(state, @event, Now));
        return Replies.To<AdjustmentReply, AdjustmentDetails, AdjustmentEvent>(decision, wouldBe.Details(Id));
    }

    /// <inheritdoc/>
    public Task<AdjustmentDetails?> Get()
    {
        var scope = CallContext.Scope;
        return Read(adjustment =>
            adjustment.Document is { } document && scope.Includes(document.Warehouse) ? adjustment.Details(Id) : null);
    }

    /// <inheritdoc/>
    public async Task Resume()
    {
        using var turn = await Turn.EnterAsync(TimeLeft);
        if (State.Document is not null)
        {
            await Post(Repeat.Maybe);
        }
    }

    /// <summary>Asks the product's supply; its refusal, or null when it took the adjustment.</summary>
    private async Task<StockReply?> Post(Repeat repeat)
    {
        if (State.Posted)
        {
            return null;
        }
        var document = State.Document!;
        var supply = GrainFactory.GetGrain<ISupplyActor>(GrainKey.Of(Tenant, document.Sku));
        var at = document.OccurredAt is { } instant ? OccurredAt.At(instant) : OccurredAt.Unknown;
        var reply = await supply.Adjust(new(
            document.Warehouse, new(Id, document.Delta, document.Reason, at, repeat, State.Try)));
        if (!reply.Accepted)
        {
            await Commit(adjustment => Adjustment.DecideWithdrawn(adjustment, reply.Message ?? ""));
            return reply;
        }
        if (document.Delta > 0)
        {
            await supply.Replenish();
        }
        await Commit(Adjustment.DecidePosted);
        return null;
    }

    private Task<Items<Fault>> Unknown(RecordAdjustment command) => known.UnknownAsync(
        Tenant, [("/warehouse", command.Warehouse)], [("/sku", command.Sku)]);
}
