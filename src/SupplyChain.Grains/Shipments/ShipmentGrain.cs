using Orleans.Concurrency;
using SupplyChain.Inventory;

namespace SupplyChain.Shipments;

/// <summary>One shipment. Its goods leave the stock items once, whichever milestone says first that they
/// have.</summary>
[GrainType("shipment"), Reentrant]
public sealed class ShipmentGrain(ActorServices services)
    : JournaledActor<Shipment, ShipmentEvent>(services), IShipmentGrain
{
    private bool _issueMayRepeat = true;

    /// <inheritdoc/>
    public Task<ShipmentReply> Plan(PlanShipment command) =>
        Change(shipment => Shipment.Decide(shipment, command, Now), ReplyStatus.Created, command.OccurredAt);

    /// <inheritdoc/>
    public async Task<ShipmentReply> Record(RecordMilestone command)
    {
        if (await Refuse(command.Validate(Now)) is { } no)
        {
            return no;
        }
        var left = State.NeedsIssue();
        var reply = await Change(
            shipment => Shipment.Decide(shipment, command, Now), ReplyStatus.Created, command.OccurredAt,
            shipment => shipment.Milestones.ContainsKey(command.Id.Value));
        _issueMayRepeat &= left || reply.Replayed;
        if (reply.Accepted)
        {
            await IssueGoods();
        }
        return reply.Accepted ? reply with { Value = await Get() } : reply;
    }

    /// <inheritdoc/>
    public async Task<ShipmentReply> Cancel(CancelShipment command) =>
        await Refuse(command.Validate()) ?? await Change(shipment => Shipment.Decide(shipment, command));

    /// <inheritdoc/>
    public Task<ShipmentReply> Flag(FlagShipment command) => Change(shipment => Shipment.Decide(shipment, command));

    /// <inheritdoc/>
    public Task<ShipmentDetails?> Get() => Read(shipment => shipment.Details(Id));

    /// <inheritdoc/>
    public Task<ShipmentProgress?> Progress() => Read(shipment => shipment.Progress());

    /// <inheritdoc/>
    public Task Confirm(ConfirmProgress command) => Commit(shipment => Shipment.Decide(shipment, command));

    /// <inheritdoc/>
    public Task Resume() => IssueGoods();

    private Task<ShipmentReply> Change(
        Func<Shipment, Decision<ShipmentEvent>> decide, ReplyStatus done = ReplyStatus.Done, OccurredAt occurredAt = default,
        Func<Shipment, bool>? exists = null) =>
        Commit(
            shipment => Answer.VersionMismatch(shipment.Version, exists?.Invoke(shipment)) is { } stale
                ? stale
                : decide(shipment),
            (shipment, decision) => Answer.To<ShipmentReply, ShipmentDetails, ShipmentEvent>(
                decision, shipment.Details(Id), done),
            occurredAt);

    private async Task<ShipmentReply?> Refuse(Items<Fault> faults)
    {
        var exists = await Read(shipment => shipment.Plan is not null);
        return !exists ? Answer.NotFound<ShipmentReply, ShipmentDetails>()
            : faults.Count > 0 ? Answer.Invalid<ShipmentReply, ShipmentDetails>(faults)
            : null;
    }

    private async Task IssueGoods()
    {
        using var turn = await Turn.EnterAsync(TimeLeft);
        if (!State.NeedsIssue())
        {
            return;
        }
        var plan = State.Plan!;
        var mayRepeat = _issueMayRepeat;
        _issueMayRepeat = true;
        var at = State.Progress()!.DispatchedAt is { } left ? OccurredAt.At(left) : OccurredAt.Unknown;
        var issued = await Task.WhenAll(plan.Lines.GroupBy(line => line.Sku).Select(group =>
        {
            var lines = group.Select(line => new IssueGoodsLine(line.Reservation, line.Quantity)).ToItems();
            return GrainFactory.GetGrain<IStockGrain>(GrainKey.Of(Tenant, new StockItemId(group.Key, plan.Warehouse)))
                .Issue(new(Id, lines, at, mayRepeat));
        }));
        await Commit(shipment => Shipment.DecideIssued(shipment, issued.SelectMany(lines => lines).ToItems()));
    }
}
