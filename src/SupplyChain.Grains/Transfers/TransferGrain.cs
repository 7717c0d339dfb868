using Orleans.Concurrency;
using SupplyChain.Access;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Shipments;

namespace SupplyChain.Transfers;

/// <summary>
/// One transfer. Commands take turns; after each the transfer is brought to rest (<see cref="Transfer.Next"/>) before
/// the next one is decided.
/// </summary>
[GrainType("transfer"), Reentrant]
public sealed partial class TransferGrain(
    ActorServices services, Digests digests, MasterData known, NetworkMap map, StockArrivals arrivals,
    Arrivals attempts)
    : JournaledActor<Transfer, TransferEvent>(services), ITransferGrain
{
    private OwnedShipments _shipments = null!;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        _shipments = new(GrainFactory, Tenant);
    }

    /// <inheritdoc/>
    public async Task<TransferReply> Request(RequestTransfer command) =>
        attempts.Noted(Stream, await RequestAsync(command));

    private async Task<TransferReply> RequestAsync(RequestTransfer command)
    {
        var faults = command.Validate();
        if (faults.Count > 0)
        {
            return Replies.Invalid<TransferReply, TransferDetails>(faults);
        }
        CallContext.Scope.Demand(command.From);
        var digest = await digests.OfAsync(Tenant, Transfer.CanonicalV1(command));
        return await InTurn(async () => State.Exists || await Unknown(command) is not { Count: > 0 } unknown
            ? await Decide(transfer => Transfer.Decide(transfer, Id, command, digest), done: ReplyStatus.Created)
            : Replies.Invalid<TransferReply, TransferDetails>(unknown));
    }

    /// <inheritdoc/>
    public async Task<TransferReply> Release(ReleaseTransfer command) =>
        await NotFoundOrInvalid(command.Validate(Now), document => document.From) ?? await InTurn(() =>
            Decide(transfer => Transfer.Decide(transfer, command, Now), command.OccurredAt));

    /// <inheritdoc/>
    public async Task<TransferReply> Receive(ReceiveTransfer command)
    {
        if (await NotFoundOrInvalid(command.Validate(Now), document => document.To) is { } no)
        {
            return no;
        }
        var digest = await digests.OfAsync(Tenant, Transfer.CanonicalV1(command));
        return await InTurn(() => Decide(
            transfer => Transfer.Decide(transfer, command, digest, Now), command.OccurredAt, ReplyStatus.Created));
    }

    /// <inheritdoc/>
    public async Task<TransferReply> Cancel(CancelTransfer command)
    {
        if (await NotFoundOrInvalid(command.Validate(), document => document.From) is { } no)
        {
            return no;
        }
        return await InTurn(async () =>
        {
            var shipments = State.UndispatchedShipments();
            var picked = await _shipments.PickedOrLater(shipments);
            if (Transfer.Decide(State, command, picked) is { Accepted: true, Count: > 0 })
            {
                picked.UnionWith(await _shipments.Cancel(shipments.Where(id => !picked.Contains(id)), command.Reason));
                // What the shipments did is recorded even when the caller waits no longer.
                CallContext.Deadline = Now + AppendTimeout;
            }
            return await Decide(transfer => Transfer.Decide(transfer, command, picked));
        });
    }

    /// <inheritdoc/>
    public Task<TransferDetails?> Get()
    {
        var scope = CallContext.Scope;
        return Read(transfer => transfer.IsSeenBy(scope) ? transfer.Details() : null);
    }

    /// <summary>
    /// Brings the transfer to rest, does the work, brings it to rest again, and answers with the transfer as it is
    /// then.
    /// </summary>
    private async Task<TransferReply> InTurn(Func<Task<TransferReply>> work)
    {
        var condition = CallContext.TakeCondition();
        using var turn = await Turn.EnterAsync(TimeLeft);
        await BringToRest();
        if (Replies.Unmet(condition, State.Version) is { } unmet)
        {
            return new() { Status = ReplyStatus.Refused, Refusal = unmet.Reason, Message = unmet.Message };
        }
        var reply = await work();
        if (!reply.Accepted)
        {
            return reply;
        }
        await BringToRest();
        return reply with { Value = await Get() };
    }

    private Task<TransferReply> Decide(
        Func<Transfer, Decision<TransferEvent>> decide, OccurredAt occurredAt = default,
        ReplyStatus done = ReplyStatus.Done) =>
        Commit(
            decide,
            (_, decision) => Replies.To<TransferReply, TransferDetails, TransferEvent>(decision, null, done),
            occurredAt);

    /// <summary>
    /// The answer when there is no such transfer for the caller, or the command has faults; else null.
    /// </summary>
    /// <param name="faults">The command's.</param>
    /// <param name="end">The end of the transfer at which it is carried out.</param>
    /// <exception cref="AccessDeniedException">That end is no warehouse of the caller.</exception>
    private async Task<TransferReply?> NotFoundOrInvalid(
        Items<Fault> faults, Func<TransferEvent.Requested, WarehouseId> end)
    {
        var exists = State.Exists || await ReadNewest(transfer => transfer.Exists);
        if (!exists || !State.IsSeenBy(CallContext.Scope))
        {
            return Replies.NotFound<TransferReply, TransferDetails>();
        }
        CallContext.Scope.Demand(end(State.Document!));
        return faults.Count > 0 ? Replies.Invalid<TransferReply, TransferDetails>(faults)
            : null;
    }

    private Task<Items<Fault>> Unknown(RequestTransfer command) => known.UnknownAsync(
        Tenant, [("/from", command.From), ("/to", command.To)],
        command.Lines.Select((line, index) => ($"/lines/{index}/sku", line.Sku)));
}
