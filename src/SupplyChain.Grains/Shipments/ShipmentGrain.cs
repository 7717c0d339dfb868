using Orleans.Concurrency;
using SupplyChain.Access;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Shipments;

/// <summary>One shipment. Its goods leave the stock items once, whichever milestone says first that they
/// have.</summary>
[GrainType("shipment"), Reentrant]
public sealed partial class ShipmentGrain(ActorServices services, LabelOptions labels)
    : JournaledActor<Shipment, ShipmentEvent>(services), IShipmentGrain, IShipmentActor
{
    /// <inheritdoc/>
    public Task<ShipmentReply> Plan(PlanShipment command) =>
        Change(shipment => Shipment.Decide(shipment, command, Now), ReplyStatus.Created, command.OccurredAt);

    /// <inheritdoc/>
    /// <remarks>Its owner hears of it in the call filter, <c>ShipmentGrainHandover.cs</c>, before the reply goes
    /// out.</remarks>
    public async Task<ShipmentReply> Record(RecordMilestone command)
    {
        if (await NotFoundOrInvalid(command.Validate(Now)) is { } no)
        {
            return no;
        }
        return await WithGoodsSettled(() => Change(
            shipment => Shipment.Decide(shipment, command, Now), ReplyStatus.Created, command.OccurredAt,
            shipment => shipment.Milestones.ContainsKey(command.Id.Value)
                || shipment.Voided.ContainsKey(command.Id.Value)));
    }

    /// <inheritdoc/>
    public async Task<ShipmentReply> Void(VoidMilestone command)
    {
        if (await NotFoundOrInvalid(command.Validate()) is { } no)
        {
            return no;
        }
        var id = command.Id.Value;
        return await Read(shipment => shipment.Milestones.ContainsKey(id) || shipment.Voided.ContainsKey(id))
            ? await WithGoodsSettled(() => Change(shipment => Shipment.Decide(shipment, command)))
            : Replies.NotFound<ShipmentReply, ShipmentDetails>();
    }

    /// <inheritdoc/>
    public Task<ShipmentReply> Revise(ReviseShipment command) => Change(shipment => Shipment.Decide(shipment, command));

    /// <inheritdoc/>
    public async Task<ShipmentReply> Cancel(CancelShipment command) =>
        await NotFoundOrInvalid(command.Validate()) ?? await Change(shipment => Shipment.Decide(shipment, command));

    /// <inheritdoc/>
    public async Task<ShipmentReply> Label()
    {
        if (await NotFoundOrInvalid([]) is { } no)
        {
            return no;
        }
        if (await Read(shipment => shipment.Sscc is not null || shipment.Cancellation is not null))
        {
            return await Change(shipment => Shipment.DecideLabelled(shipment, ""));
        }
        if (labels.CompanyPrefix is not { } prefix)
        {
            return NoNumber("The node was given no GS1 company prefix (setting Labels:CompanyPrefix).");
        }
        var serials = GrainFactory.GetGrain<ILabelSerialsActor>(GrainKey.Of(Tenant, LabelSerials.Id));
        var serial = await serials.Take();
        return serial < Sscc.Capacity(prefix)
            ? await Change(shipment => Shipment.DecideLabelled(shipment, Sscc.Of(prefix, serial)))
            : NoNumber($"The numbers of the GS1 company prefix {prefix} are used up.");
    }

    /// <inheritdoc/>
    public Task<ShipmentReply> Flag(FlagShipment command) => Change(shipment => Shipment.Decide(shipment, command));

    /// <inheritdoc/>
    public Task<ShipmentDetails?> Get()
    {
        var scope = CallContext.Scope;
        return Read(shipment => IsSeen(shipment, scope) ? shipment.Details(Id) : null);
    }

    /// <inheritdoc/>
    public Task<ShipmentProgress?> Progress() => Read(shipment => shipment.Progress());

    /// <inheritdoc/>
    public Task Confirm(ConfirmProgress command) => Commit(shipment => Shipment.Decide(shipment, command));

    /// <inheritdoc/>
    public async Task Resume()
    {
        using var turn = await Turn.EnterAsync(TimeLeft);
        await SettleGoods(Repeat.Maybe);
    }

    private Task<ShipmentReply> Change(
        Func<Shipment, Decision<ShipmentEvent>> decide, ReplyStatus done = ReplyStatus.Done,
        OccurredAt occurredAt = default, Func<Shipment, bool>? exists = null) =>
        Commit(
            shipment => Replies.VersionMismatch(shipment.Version, exists?.Invoke(shipment)) is { } stale
                ? stale
                : decide(shipment),
            (shipment, decision) => Replies.To<ShipmentReply, ShipmentDetails, ShipmentEvent>(
                decision, shipment.Details(Id), done),
            occurredAt);

    /// <summary>Whether it leaves from a warehouse of the caller; to others it does not exist.</summary>
    private static bool IsSeen(Shipment shipment, WarehouseScope scope) =>
        shipment.Plan is not { } plan || scope.Includes(plan.Warehouse);

    private static ShipmentReply NoNumber(string why) =>
        new() { Status = ReplyStatus.Refused, Refusal = Refusal.NoCompanyPrefix, Message = why };

    private async Task<ShipmentReply?> NotFoundOrInvalid(Items<Fault> faults)
    {
        var scope = CallContext.Scope;
        var exists = await Read(shipment => shipment.Plan is not null && IsSeen(shipment, scope));
        return !exists ? Replies.NotFound<ShipmentReply, ShipmentDetails>()
            : faults.Count > 0 ? Replies.Invalid<ShipmentReply, ShipmentDetails>(faults)
            : null;
    }

    /// <summary>
    /// Changes what is known of its journey. Goods that have still to leave, or to come back, do so before and after:
    /// the stock items never hear of a later change first.
    /// </summary>
    private async Task<ShipmentReply> WithGoodsSettled(Func<Task<ShipmentReply>> change)
    {
        using var turn = await Turn.EnterAsync(TimeLeft);
        await SettleGoods(Repeat.Maybe);
        var reply = await change();
        if (!reply.Accepted)
        {
            return reply;
        }
        await SettleGoods(reply.Replayed ? Repeat.Maybe : Repeat.No);
        return reply with { Value = await Get() };
    }

    private async Task SettleGoods(Repeat repeat)
    {
        if (State.NeedsIssue())
        {
            await IssueGoods(repeat);
        }
        else if (State.NeedsReversal())
        {
            await ReverseIssue();
        }
    }

    private async Task IssueGoods(Repeat repeat)
    {
        var (plan, returns) = (State.Plan!, State.Reversals);
        var at = State.Progress()!.DispatchedAt is { } left ? OccurredAt.At(left) : OccurredAt.Unknown;
        var issued = await Task.WhenAll(plan.Lines.GroupBy(line => line.Sku).Select(group =>
        {
            var lines = group.Select(line => new IssueGoodsLine(line.Reservation, line.Quantity)).ToItems();
            return Supply(group.Key).Issue(new(plan.Warehouse, new(Id, lines, at, repeat, returns)));
        }));
        await Commit(shipment => Shipment.DecideIssued(
            shipment, issued.SelectMany(lines => lines).Select(IssuedUnits.Of).ToItems()));
    }

    private async Task ReverseIssue()
    {
        var (plan, reversals) = (State.Plan!, State.Reversals);
        var skus = plan.Lines.ToDictionary(line => line.Reservation, line => line.Sku);
        await Task.WhenAll(State.Issue!.Lines.GroupBy(line => skus[line.Reservation]).Select(group =>
            Supply(group.Key).Return(new(
                plan.Warehouse, new(Id, group.Select(units => units.ToContract()).ToItems(), reversals)))));
        await Commit(Shipment.DecideReversed);
    }

    private ISupplyActor Supply(Sku sku) => GrainFactory.GetGrain<ISupplyActor>(GrainKey.Of(Tenant, sku));
}
