using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>The lines that wait: while there are any, units go to them alone, in order.</summary>
public sealed partial class SupplyGrain
{
    private static readonly TimeSpan ServeTimeout = TimeSpan.FromSeconds(10);
    private readonly PassedOver _passed = new();
    private readonly GrantsUnderWay _underWay = new(services.Time);
    private SharedTurn? _serving;

    /// <inheritdoc/>
    public async Task<BacklogReply> Queue(QueueLines command)
    {
        RefuseUnlessReady();
        if (command.Lines.Any(line => line is { StandsBy: false, Quantity: > 0 }))
        {
            await ConfirmForReading(_streams.Items); // The answer may be that there is nothing.
        }
        if (!Backlog.State.IsRationed && command.Lines.Any(line => !line.StandsBy))
        {
            _passed.Forget(); // Units that came in while no line waited were not noted.
        }
        if (Append(Backlog, backlog => Orders.Backlog.Decide(backlog, command)).Count == 0)
        {
            await Confirm(Backlog);
        }
        _underWay.Forget(command.Lines.SelectMany(line => line.Taken));
        await Served();
        var owners = command.Lines.Select(line => line.Owner).Distinct();
        var grants = owners.SelectMany(owner => Backlog.State.UnsettledOf(owner)).ToItems();
        await Durable(); // Another caller's turn may have served these owners meanwhile.
        return Offer(grants);
    }

    /// <inheritdoc/>
    public Task Replenish()
    {
        _passed.Forget();
        return Served();
    }

    /// <inheritdoc/>
    public async Task<BacklogReply> Restock()
    {
        RefuseUnlessReady();
        _passed.Forget();
        var news = await ServedForCaller();
        await Durable();
        return new(news.Select(grant => grant.ToContract()).ToItems());
    }

    /// <inheritdoc/>
    public async Task<BacklogReply> Claim(ClaimLine command)
    {
        RefuseUnlessReady();
        await ConfirmForReading(_streams.Items);
        using (await Turn.EnterAsync(TimeLeft))
        {
            var places = await LookAround();
            RefuseWhenGivenUp();
            CarryOutProposals();
            Append(Backlog, backlog => Orders.Backlog.DecideClaim(
                backlog, command, Sku, Supply(places), places.UnitWeightKg, Today, _passed.Owners));
            CarryOutProposals();
        }
        var claimed = Backlog.State.UnsettledOf(command.Owner).Where(grant => grant.Line == command.Line).ToItems();
        await Durable();
        return Offer(claimed);
    }

    /// <inheritdoc/>
    public async Task Settle(SettleGrants command)
    {
        RefuseUnlessReady();
        Append(Backlog, backlog => Orders.Backlog.Decide(backlog, command));
        _underWay.Forget(command.Attempts);
        await (command.Settled == Settlement.GivenBack ? Served() : Durable());
    }

    /// <inheritdoc/>
    public async Task<BacklogHandover> Handover()
    {
        await ConfirmForReading([Backlog]);
        var asked = Backlog.State.Asked;
        _passed.Asking(asked);
        var news = _underWay.Take(Backlog.State.Unsettled.Values);
        await Durable();
        return new(news.Select(grant => grant.ToContract()).ToItems(), asked);
    }

    /// <inheritdoc/>
    public async Task ConfirmHandover(ConfirmHandover command)
    {
        RefuseUnlessReady();
        _passed.Asked(command.Owners);
        Append(Backlog, backlog => Orders.Backlog.Decide(backlog, command));
        await Served();
    }

    /// <inheritdoc/>
    public async Task<BacklogReply> GrantsOf(DemandOwner owner)
    {
        await ConfirmForReading([Backlog]);
        var grants = Backlog.State.UnsettledOf(owner);
        await Durable();
        return Offer(grants);
    }

    /// <inheritdoc/>
    public async Task<BacklogDetails> Head(QueueHead query)
    {
        await ConfirmForReading([Backlog]);
        var head = Backlog.State.Queue.Values.Take(query.Most).Select(line => line.ToContract()).ToItems();
        await Durable();
        return new(head);
    }

    /// <inheritdoc/>
    public Task Resume() => Served();

    /// <summary>Tells a caller of grants. For a moment no other caller is told of them.</summary>
    private BacklogReply Offer(IEnumerable<LineGrant> grants)
    {
        var offered = grants.ToItems();
        _underWay.Add(offered);
        return new(offered.Select(grant => grant.ToContract()).ToItems());
    }

    /// <summary>
    /// Waits until the queue was served as it is now, and until what that rests on is durable. Requests that came in
    /// together share one look at the stock.
    /// </summary>
    private async Task Served()
    {
        RefuseUnlessReady();
        if (Backlog.State.IsRationed || !Backlog.State.Proposed.IsEmpty)
        {
            await (_serving ??= new(Turn, ServeTimeout, Serve)).DoneAsync(TimeLeft);
        }
        await Durable();
    }

    private async Task Serve()
    {
        SpeakForAll();
        ServeNow(await LookAround());
    }

    /// <summary>Serves the queue, and takes the news for the caller in the same turn.</summary>
    private async Task<Items<LineGrant>> ServedForCaller()
    {
        using var turn = await Turn.EnterAsync(TimeLeft);
        SpeakForAll();
        ServeNow(await LookAround());
        return _underWay.Take(Backlog.State.Unsettled.Values);
    }

    /// <summary>Serving is done in the name of the system: it serves all lines that wait, not only its caller's.
    /// </summary>
    private void SpeakForAll() =>
        (CallContext.Actor, CallContext.Correlation, CallContext.Deadline) = ("system", "", Now + ServeTimeout);

    /// <summary>
    /// Serves the queue from what is there. What is proposed, reserved and granted is appended in this order, and when
    /// an append is lost the later ones are too: the next activation carries out what was proposed.
    /// </summary>
    private void ServeNow(Places places)
    {
        RefuseWhenGivenUp();
        CarryOutProposals();
        if (Backlog.State.IsRationed && Supply(places) is { Count: > 0 } supply)
        {
            Append(Backlog, backlog => Orders.Backlog.DecideGrants(
                backlog, Sku, supply, places.UnitWeightKg, Today, _passed.Owners));
            CarryOutProposals();
        }
    }

    /// <summary>Reserves what was proposed, and grants what could be reserved.</summary>
    private void CarryOutProposals()
    {
        var proposed = Backlog.State.Proposed;
        if (proposed.IsEmpty)
        {
            return;
        }
        var reserved = new HashSet<int>();
        foreach (var grant in proposed.Values)
        {
            var (item, waiting) = (_streams.Item(grant.Warehouse), Backlog.State.Find(grant.Demand));
            var command = new ReserveStock(
                new(grant.Owner, grant.Line, ReservationOrigin.Backlog, grant.Attempt), grant.Quantity,
                waiting?.Priority ?? 3, waiting?.Since ?? Now);
            var outcome = StockItem.Answer(item.State, command, isRationed: true);
            var decision = Append(item, stock => StockItem.Decide(stock, command, isRationed: true));
            if (outcome == ReserveOutcome.Reserved && decision.Accepted)
            {
                reserved.Add(grant.Attempt);
            }
        }
        Append(Backlog, backlog => Orders.Backlog.DecideReserved(backlog, reserved));
    }

    /// <summary>What serving needs to know of others; what is in stock it sees at the moment it decides.</summary>
    private async Task<Places> LookAround()
    {
        var warehouses = new Dictionary<WarehouseId, WarehouseDetails?>();
        if (_streams.Items.Any(item => item.State.Available > 0))
        {
            foreach (var warehouse in _streams.Items.Where(item => item.Version > 0).Select(item => item.Warehouse)
                .ToList())
            {
                warehouses[warehouse] = await map.FindAsync(Tenant, warehouse);
            }
            await LookUpProduct();
        }
        return new(warehouses, _view.Product?.UnitWeightKg);
    }

    /// <summary>What there is in the warehouses that were looked at.</summary>
    private List<BacklogSupply> Supply(Places places) =>
    [
        .. from place in places.Warehouses
           let warehouse = place.Value
           select new BacklogSupply(
               place.Key, _streams.Item(place.Key).State.Available, warehouse?.Status == WarehouseStatus.Open,
               warehouse is { Latitude: { } latitude, Longitude: { } longitude } ? new(latitude, longitude) : null,
               warehouse?.Priority ?? 3),
    ];

    private sealed record Places(Dictionary<WarehouseId, WarehouseDetails?> Warehouses, double? UnitWeightKg);
}
