using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>The queue of one product: while lines wait, it alone gives the product's units away, in order.</summary>
[GrainType("backlog"), Reentrant]
public sealed class BacklogGrain(ActorServices services, NetworkMap map)
    : JournaledActor<Backlog, BacklogEvent>(services), IBacklogActor
{
    private const int MaxServeRounds = 4;
    private static readonly TimeSpan ServeTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan HandoverTimeout = TimeSpan.FromSeconds(2);
    private readonly PassedOver _passed = new();
    private readonly HashSet<DemandOwner> _queueing = [];
    private readonly Dictionary<int, long> _handingOver = [];
    private readonly List<LineGrant> _news = [];
    private int _restocking;
    private SharedTurn? _serving;
    private bool _lookAgain;

    private Sku Sku => Id;

    /// <inheritdoc/>
    public async Task<BacklogReply> Queue(QueueLines command)
    {
        var owners = command.Lines.Select(line => line.Owner).Distinct().ToList();
        _queueing.UnionWith(owners);
        try
        {
            if (!State.Rationed && command.Lines.Any(line => !line.StandsBy))
            {
                _passed.Forget(); // Units that came in meanwhile were not heard of.
                _lookAgain = true;
            }
            Record(backlog => Backlog.Decide(backlog, command));
            await (State.Queue.IsEmpty && Backlog.Next(State) == BacklogStep.Rest ? Recorded() : Served());
        }
        finally
        {
            _queueing.ExceptWith(owners);
        }
        return Reply(owners.SelectMany(owner => State.UnsettledOf(owner)));
    }

    /// <inheritdoc/>
    public async Task Replenish()
    {
        if (!State.Queue.IsEmpty || Backlog.Next(State) != BacklogStep.Rest)
        {
            _passed.Forget();
            _lookAgain = true;
            await Served();
        }
    }

    /// <inheritdoc/>
    public async Task<BacklogReply> Restock()
    {
        _restocking++;
        try
        {
            await Replenish();
        }
        finally
        {
            _restocking--;
        }
        var news = _news.Where(grant => State.Unsettled.ContainsKey(grant.Attempt)).ToItems();
        _news.Clear();
        return Reply(news);
    }

    /// <inheritdoc/>
    public async Task<BacklogReply> Claim(ClaimLine command)
    {
        using var turn = await Turn.EnterAsync(TimeLeft);
        await BringToRest();
        var (supply, weight) = await Supply(fresh: true);
        Record(backlog => Backlog.DecideClaim(backlog, command, Sku, supply, weight, Today, _passed.Owners));
        await BringToRest();
        await Recorded();
        return Reply(State.UnsettledOf(command.Owner).Where(grant => grant.Line == command.Line));
    }

    /// <inheritdoc/>
    public async Task Settle(SettleGrants command)
    {
        Record(backlog => Backlog.Decide(backlog, command));
        if (command.Returned)
        {
            _lookAgain = true;
            await Served();
        }
        await Recorded();
    }

    /// <inheritdoc/>
    public Task<BacklogHandover> Handover() => Read(backlog =>
    {
        _passed.Asking(backlog.Asked);
        return new BacklogHandover(Reply(ToHandOver(backlog.Unsettled.Values)).Grants, backlog.Asked);
    });

    /// <inheritdoc/>
    public Task<BacklogReply> GrantsOf(DemandOwner owner) =>
        Read(backlog => Reply(backlog.UnsettledOf(owner)));

    /// <inheritdoc/>
    public async Task ConfirmHandover(ConfirmHandover command)
    {
        _passed.Asked(command.Owners);
        _lookAgain = true;
        Record(backlog => Backlog.Decide(backlog, command));
        await Served();
    }

    /// <inheritdoc/>
    public Task<BacklogDetails> Get() => Read(backlog => Details(backlog.Queue.Values));

    /// <inheritdoc/>
    public Task<BacklogDetails> Head(QueueHead query) =>
        Read(backlog => Details(backlog.Queue.Values.Take(query.Most)));

    /// <inheritdoc/>
    public Task Resume()
    {
        _lookAgain = true;
        return Served();
    }

    private static BacklogReply Reply(IEnumerable<LineGrant> grants) =>
        new(grants.Select(grant => grant.ToContract()).ToItems());

    private static BacklogDetails Details(IEnumerable<QueuedLine> lines) =>
        new(lines.Select(line => line.ToContract()).ToItems());

    private DateOnly Today => DateOnly.FromDateTime(Now.Date);

    /// <summary>
    /// Waits until the queue was served as it is now; one look at the stock serves all that wait.
    /// </summary>
    private Task Served() => (_serving ??= new(Turn, ServeTimeout, Serve)).DoneAsync(TimeLeft);

    /// <summary>Serves the queue from what is there; looks again when a stock item had less than it seemed.</summary>
    private async Task Serve()
    {
        // It serves many, not only the first to ask.
        (CallContext.Actor, CallContext.Correlation, CallContext.Deadline) = ("system", "", Now + ServeTimeout);
        var fresh = _lookAgain;
        _lookAgain = false;
        await BringToRest();
        for (var round = 0; round < MaxServeRounds && !State.Queue.IsEmpty; round++)
        {
            var (supply, weight) = await Supply(fresh);
            var decision = Record(backlog => Backlog.DecideGrants(backlog, Sku, supply, weight, Today, _passed.Owners));
            var wanted = State.Proposed.Count;
            await BringToRest();
            if (decision.Count == 0 || wanted == 0)
            {
                break;
            }
            fresh = true;
        }
        await BringToRest();
        await Recorded();
    }

    /// <summary>The grants of these that may be handed over now; for a moment they count as under way.</summary>
    /// <remarks>
    /// Not those of an owner that asks for them itself, nor those that are under way since a moment ago.
    /// </remarks>
    private Items<LineGrant> ToHandOver(IEnumerable<LineGrant> grants)
    {
        foreach (var (attempt, _) in _handingOver.Where(sent =>
            !State.Unsettled.ContainsKey(sent.Key) || Services.Time.GetElapsedTime(sent.Value) > HandoverTimeout))
        {
            _handingOver.Remove(attempt);
        }
        var now = Services.Time.GetTimestamp();
        return grants
            .Where(grant => !_queueing.Contains(grant.Owner) && _handingOver.TryAdd(grant.Attempt, now)).ToItems();
    }

    /// <summary>Carries out whatever is next until nothing is.</summary>
    private async Task BringToRest()
    {
        for (var step = Backlog.Next(State); step != BacklogStep.Rest; step = Backlog.Next(State))
        {
            await Recorded(); // The step asks others to change something; that must not be forgotten.
            await (step == BacklogStep.Reserve ? Reserve() : Ration(step == BacklogStep.StartRationing));
        }
    }

    private async Task Reserve()
    {
        var answers = await Task.WhenAll(State.Proposed.Values.Select(async grant =>
        {
            var waiting = State.Find(grant.Demand);
            var key = new ReservationKey(grant.Owner, grant.Line, ReservationOrigin.Backlog, grant.Attempt);
            var reply = await Stock(grant.Warehouse).Reserve(new(
                key, grant.Quantity, waiting?.Priority ?? 3, waiting?.Since ?? Now));
            return (grant.Attempt, reply.Outcome);
        }));
        var reserved = answers.Where(answer => answer.Outcome == ReserveOutcome.Reserved)
            .Select(answer => answer.Attempt).ToHashSet();
        var granted = State.Proposed.Values.Where(grant => reserved.Contains(grant.Attempt)).ToList();
        Record(backlog => Backlog.DecideReserved(backlog, reserved));
        if (_restocking > 0)
        {
            _news.AddRange(ToHandOver(granted));
        }
    }

    private async Task Ration(bool rationed)
    {
        var levels = await Levels();
        await Task.WhenAll(levels.Select(level => Stock(level.Warehouse).Ration(new(rationed))));
        Record(backlog => Backlog.DecideRationing(backlog, rationed));
    }

    private async Task<(List<BacklogSupply> Supply, double? UnitWeightKg)> Supply(bool fresh)
    {
        var levels = fresh ? await Levels() : await Availability.Reported();
        var supply = new List<BacklogSupply>(levels.Count);
        foreach (var level in levels)
        {
            if (fresh && State.Rationed && !level.Rationed)
            {
                await Stock(level.Warehouse).Ration(new(true));
            }
            var warehouse = await map.FindAsync(Tenant, level.Warehouse);
            supply.Add(new(
                level.Warehouse, level.Available, warehouse?.Status == WarehouseStatus.Open,
                warehouse is { Latitude: { } latitude, Longitude: { } longitude } ? new(latitude, longitude) : null,
                warehouse?.Priority ?? 3));
        }
        var product = await GrainFactory.GetGrain<IProductGrain>(GrainKey.Of(Tenant, Sku)).Get();
        return (supply, product?.UnitWeightKg);
    }

    private Task<Items<StockLevel>> Levels() =>
        GrainFactory.GetGrain<IAvailabilityGrain>(GrainKey.Of(Tenant, Sku)).Levels();

    private IAvailabilityActor Availability => GrainFactory.GetGrain<IAvailabilityActor>(GrainKey.Of(Tenant, Sku));

    private IStockActor Stock(WarehouseId warehouse) =>
        GrainFactory.GetGrain<IStockActor>(GrainKey.Of(Tenant, new StockItemId(Sku, warehouse)));
}
