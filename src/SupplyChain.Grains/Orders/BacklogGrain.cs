using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>The queue of one product: while lines wait, it alone gives the product's units away, in order.</summary>
[GrainType("backlog"), Reentrant]
public sealed class BacklogGrain(ActorServices services, NetworkMap map)
    : JournaledActor<Backlog, BacklogEvent>(services), IBacklogGrain
{
    private const int MostRounds = 4;
    private readonly HashSet<OrderId> _passed = [];

    private Sku Sku => Id;

    /// <inheritdoc/>
    public async Task<BacklogReply> Queue(QueueLines command)
    {
        using var turn = await Turn.EnterAsync(TimeLeft);
        var wasRationed = State.Rationed;
        Record(backlog => Backlog.Decide(backlog, command));
        await Serve(fresh: !wasRationed);
        return new(command.Lines.Select(line => line.Order).Distinct().SelectMany(order => State.UnsettledOf(order)).ToItems());
    }

    /// <inheritdoc/>
    public async Task<BacklogReply> Replenish()
    {
        using var turn = await Turn.EnterAsync(TimeLeft);
        if (State.Queue.IsEmpty && Backlog.Next(State) == BacklogStep.Rest)
        {
            return new([]);
        }
        _passed.Clear();
        await Serve(fresh: true);
        return new(State.Unsettled.Values.ToItems());
    }

    /// <inheritdoc/>
    public async Task<BacklogReply> Claim(ClaimLine command)
    {
        using var turn = await Turn.EnterAsync(TimeLeft);
        await TakeSteps();
        var (supply, weight) = await Supply(fresh: true);
        Record(backlog => Backlog.DecideClaim(backlog, command, Sku, supply, weight, Today));
        await TakeSteps();
        await Recorded();
        return new(State.UnsettledOf(command.Order).Where(grant => grant.Line == command.Line).ToItems());
    }

    /// <inheritdoc/>
    public async Task<bool> CouldServe(ClaimLine command)
    {
        var (supply, weight) = await Supply(fresh: false);
        return await Read(backlog => Backlog.DecideClaim(backlog, command, Sku, supply, weight, Today).Count > 0);
    }

    /// <inheritdoc/>
    public async Task Settle(SettleGrants command)
    {
        using var turn = await Turn.EnterAsync(TimeLeft);
        Record(backlog => Backlog.Decide(backlog, command));
        if (command.Returned)
        {
            await Serve(fresh: true);
        }
        await Recorded();
    }

    /// <inheritdoc/>
    public Task<BacklogHandover> Handover() =>
        Read(backlog => new BacklogHandover(backlog.Unsettled.Values.ToItems(), backlog.Asked));

    /// <inheritdoc/>
    public async Task Told(OrdersTold command)
    {
        using var turn = await Turn.EnterAsync(TimeLeft);
        _passed.UnionWith(command.Orders);
        Record(backlog => Backlog.Decide(backlog, command));
        await Serve(fresh: true);
    }

    /// <inheritdoc/>
    public Task<BacklogDetails> Get() => Read(backlog => new BacklogDetails(backlog.Queue.Values.ToItems()));

    /// <inheritdoc/>
    public async Task Resume()
    {
        using var turn = await Turn.EnterAsync(TimeLeft);
        await Serve(fresh: true);
    }

    private DateOnly Today => DateOnly.FromDateTime(Now.Date);

    /// <summary>Serves the queue from what is there; looks again when a stock item had less than it seemed.</summary>
    private async Task Serve(bool fresh)
    {
        await TakeSteps();
        for (var round = 0; round < MostRounds && !State.Queue.IsEmpty; round++)
        {
            var (supply, weight) = await Supply(fresh);
            var decision = Record(backlog => Backlog.DecideGrants(backlog, Sku, supply, weight, Today, _passed));
            var wanted = State.Proposed.Count;
            await TakeSteps();
            if (decision.Count == 0 || wanted == 0)
            {
                break;
            }
            fresh = true;
        }
        await TakeSteps();
        await Recorded();
    }

    /// <summary>Carries out whatever is next until nothing is.</summary>
    private async Task TakeSteps()
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
            var waiting = State.Queue.Values.FirstOrDefault(line => line.Order == grant.Order && line.Line == grant.Line);
            var key = new ReservationKey(grant.Order, grant.Line, ReservationOrigin.Backlog, grant.Attempt);
            var reply = await Stock(grant.Warehouse).Reserve(new(
                key, grant.Quantity, waiting?.Priority ?? 3, waiting?.Since ?? Now));
            return (grant.Attempt, reply.Outcome);
        }));
        var reserved = answers.Where(answer => answer.Outcome == ReserveOutcome.Reserved)
            .Select(answer => answer.Attempt).ToHashSet();
        Record(backlog => Backlog.DecideReserved(backlog, reserved));
    }

    private async Task Ration(bool rationed)
    {
        var levels = await Availability.Levels();
        await Task.WhenAll(levels.Select(level => Stock(level.Warehouse).Ration(new(rationed))));
        Record(backlog => Backlog.DecideRationing(backlog, rationed));
    }

    private async Task<(List<BacklogSupply> Supply, double? UnitWeightKg)> Supply(bool fresh)
    {
        var levels = fresh ? await Availability.Levels() : await Availability.Reported();
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

    private IAvailabilityGrain Availability => GrainFactory.GetGrain<IAvailabilityGrain>(GrainKey.Of(Tenant, Sku));

    private IStockGrain Stock(WarehouseId warehouse) =>
        GrainFactory.GetGrain<IStockGrain>(GrainKey.Of(Tenant, new StockItemId(Sku, warehouse)));
}
