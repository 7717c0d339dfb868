using Orleans.Concurrency;

namespace SupplyChain.Network;

/// <summary>One warehouse.</summary>
[GrainType("warehouse"), Reentrant]
public sealed class WarehouseGrain(ActorServices services, NetworkMap map)
    : JournaledActor<Warehouse, WarehouseEvent>(services), IWarehouseGrain, IWarehouseActor
{
    private readonly ChangeSignal _finished = new();

    /// <inheritdoc/>
    public Task<WarehouseReply> Put(PutWarehouse command)
    {
        var faults = command.Validate();
        return faults.Count > 0
            ? Task.FromResult(Replies.Invalid<WarehouseReply, WarehouseDetails>(faults))
            : Change(warehouse => Warehouse.Decide(warehouse, command));
    }

    /// <inheritdoc/>
    public async Task<WarehouseReply> Close(CloseWarehouse command)
    {
        if (NotFoundOrInvalid(command.Validate()) is { } no)
        {
            return no;
        }
        var reply = await Change(warehouse => Warehouse.Decide(warehouse, command, Now));
        if (!reply.Accepted || reply.Replayed)
        {
            return reply;
        }
        var moved = await Moved();
        return reply with
        {
            Status = moved ? ReplyStatus.Done : ReplyStatus.Pending,
            Value = await Get(),
        };
    }

    /// <inheritdoc/>
    public Task<WarehouseReply> PreviewClose(CloseWarehouse command) => NotFoundOrInvalid(command.Validate()) is { } no
        ? Task.FromResult(no)
        : ReadNewest(warehouse =>
        {
            Decision<WarehouseEvent> decision = Replies.VersionMismatch(warehouse.Version) is { } stale
                ? stale
                : Warehouse.Decide(warehouse, command, Now);
            var wouldBe = decision.Aggregate(warehouse, (state, @event) => Warehouse.Evolve(state, @event, Now));
            return Replies.To<WarehouseReply, WarehouseDetails, WarehouseEvent>(decision, wouldBe.Details(Id));
        });

    /// <inheritdoc/>
    public Task<WarehouseReply> Open(OpenWarehouse command) => NotFoundOrInvalid(command.Validate()) is { } no
        ? Task.FromResult(no)
        : Change(warehouse => Warehouse.Decide(warehouse, command, Now));

    /// <inheritdoc/>
    public async Task RecordClosing(RecordClosing command)
    {
        await Commit(warehouse => Warehouse.Decide(warehouse, command));
        if (State.Closing is not { Finished: false })
        {
            _finished.Raise();
        }
    }

    /// <inheritdoc/>
    public Task<WarehouseDetails?> Get() => CallContext.Scope.Includes(Id)
        ? Read(warehouse => warehouse.Details(Id))
        : Task.FromResult<WarehouseDetails?>(null);

    private async Task<WarehouseReply> Change(Func<Warehouse, Decision<WarehouseEvent>> decide)
    {
        var reply = await Commit(
            warehouse => Replies.VersionMismatch(warehouse.Version) is { } stale ? stale : decide(warehouse),
            (warehouse, decision) => Replies.To<WarehouseReply, WarehouseDetails, WarehouseEvent>(
                decision, warehouse.Details(Id), warehouse.Version == 1 ? ReplyStatus.Created : ReplyStatus.Done));
        if (reply.Value is { } details)
        {
            map.Learn(Tenant, details);
        }
        return reply;
    }

    private WarehouseReply? NotFoundOrInvalid(Items<Fault> faults) =>
        State.Profile is null || !CallContext.Scope.Includes(Id) ? Replies.NotFound<WarehouseReply, WarehouseDetails>()
        : faults.Count > 0 ? Replies.Invalid<WarehouseReply, WarehouseDetails>(faults)
        : null;

    /// <summary>Waits until every line that can move has moved, or the caller waits no longer.</summary>
    private async Task<bool> Moved()
    {
        var seen = _finished.Count;
        return State.Closing is not { Finished: false } || await _finished.WaitAsync(seen, TimeLeft * 0.9);
    }
}
