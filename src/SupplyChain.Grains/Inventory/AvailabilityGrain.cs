using Orleans.Concurrency;
using Orleans.Runtime;
using SupplyChain.Journal;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>What is available of one product everywhere, kept from what the stock items report. Soft state.</summary>
[GrainType("availability"), PlacedAtHome, Reentrant]
public sealed class AvailabilityGrain(ActorServices services, NetworkMap map)
    : Grain, IAvailabilityGrain, IAvailabilityActor, IMovableActor, IGrainMigrationParticipant
{
    private const int MaxCandidates = 12;
    private const int MaxPageStreams = 1_000;
    private const string Carried = "levels";
    private const int BiggestAlways = 3;
    private readonly Dictionary<WarehouseId, StockLevel> _levels = [];
    private TenantId _tenant;
    private Sku _sku;
    private ProductDetails? _product;
    private long _productAt;
    private bool _carried;
    private long _lastAsked;

    string IMovableActor.Kind => "availability";

    IGrainContext IMovableActor.Context => GrainContext;

    long IMovableActor.LastAsked => Volatile.Read(ref _lastAsked);

    bool IMovableActor.IsBusy => false;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_tenant, var sku) = GrainKey.Split(this.GetPrimaryKeyString());
        _sku = sku;
        if (!_carried)
        {
            await Refresh(await KnownWarehouses());
        }
        services.Actors.Add(this);
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        services.Actors.Remove(this);
        return Task.CompletedTask;
    }

    /// <summary>What it knows travels with it; a report that is missed meanwhile is made up for as any other.</summary>
    void IGrainMigrationParticipant.OnDehydrate(IDehydrationContext context) =>
        context.TryAddValue(Carried, _levels.Values.ToItems());

    void IGrainMigrationParticipant.OnRehydrate(IRehydrationContext context)
    {
        if (context.TryGetValue(Carried, out Items<StockLevel> levels))
        {
            foreach (var level in levels)
            {
                _levels[level.Warehouse] = level;
            }
            _carried = true;
        }
    }

    /// <inheritdoc/>
    public async Task<AvailabilityReply> Candidates(FindCandidates query)
    {
        _lastAsked = services.Time.GetTimestamp();
        await LookUpProduct();
        var wanted = _levels.Keys.Where(id => query.OnlyFrom is not { } only || only.Contains(id)).ToList();
        if (query.Fresh)
        {
            await Refresh(wanted);
        }
        var candidates = new List<AvailabilityCandidate>(wanted.Count);
        foreach (var id in wanted)
        {
            if (await map.FindAsync(_tenant, id) is { } warehouse)
            {
                candidates.Add(new(
                    _levels[id], warehouse.Status == WarehouseStatus.Open, warehouse.Latitude, warehouse.Longitude,
                    warehouse.Priority));
            }
        }
        var best = Best(candidates, query);
        var others = candidates.Except(best).GroupBy(WhyNot)
            .Select(group => new RejectionCount(group.Key, group.Count()));
        return new(_product, best.ToItems(), others.ToItems(), _levels.Values.Any(level => level.Rationed));
    }

    /// <inheritdoc/>
    public Task Report(StockLevel level)
    {
        if (!_levels.TryGetValue(level.Warehouse, out var known) || known.Version < level.Version)
        {
            _levels[level.Warehouse] = level;
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Learn(StockLevel level) => Report(level);

    /// <inheritdoc/>
    public async Task<Items<StockLevel>> Levels()
    {
        await Refresh([.. _levels.Keys]);
        return await Reported();
    }

    /// <inheritdoc/>
    public Task<Items<StockLevel>> Reported() =>
        Task.FromResult(_levels.Values.Where(level => level.Version > 0).OrderBy(level => level.Warehouse).ToItems());

    /// <summary>The nearest with stock, and always the biggest ones: the first goal is the most units.</summary>
    private static List<AvailabilityCandidate> Best(List<AvailabilityCandidate> all, FindCandidates query)
    {
        if (all.Count <= MaxCandidates)
        {
            return all;
        }
        var (to, evenRationed) = (query.ShipTo, query.EvenRationed);
        var named = all.Where(place => query.Also.Contains(place.Level.Warehouse)).ToList();
        var useful = all.Where(place => place is { Open: true, Level.Available: > 0 }
            && (evenRationed || !place.Level.Rationed)).ToList();
        var biggest = useful.OrderByDescending(place => place.Level.Available).ThenBy(place => place.Level.Warehouse)
            .Take(BiggestAlways);
        var nearest = useful.OrderBy(place => place.PriorityBand).ThenBy(place => Distance(place, to))
            .ThenBy(place => place.Level.Warehouse);
        var rest = all.OrderBy(place => Distance(place, to)).ThenBy(place => place.Level.Warehouse);
        return [.. named.Concat(biggest).Concat(nearest).Concat(rest).Distinct().Take(MaxCandidates)];
    }

    private static double Distance(AvailabilityCandidate place, ShipToPoint? to) =>
        to is not null && place is { Latitude: { } latitude, Longitude: { } longitude }
            ? GreatCircle.DistanceKm(new(latitude, longitude), new(to.Latitude, to.Longitude))
            : double.MaxValue;

    private static RejectionReason WhyNot(AvailabilityCandidate place) =>
        !place.Open ? RejectionReason.Closed
        : place.Level.Available <= 0 ? RejectionReason.NoStock
        : place.Level.Rationed ? RejectionReason.Rationed
        : place.Latitude is null ? RejectionReason.UnknownLocation
        : RejectionReason.Farther;

    /// <summary>A product's definition may be as old as a warehouse's.</summary>
    private async Task LookUpProduct()
    {
        if (_product is null || services.Time.GetElapsedTime(_productAt) > NetworkMap.MaxEntryAge)
        {
            _product = await GrainFactory.GetGrain<IProductGrain>(GrainKey.Of(_tenant, _sku)).Get();
            _productAt = services.Time.GetTimestamp();
        }
    }

    private async Task Refresh(IReadOnlyCollection<WarehouseId> warehouses)
    {
        var levels = await Task.WhenAll(warehouses.Select(id =>
            GrainFactory.GetGrain<IStockGrain>(GrainKey.Of(_tenant, new StockItemId(_sku, id))).Get()));
        foreach (var level in levels)
        {
            await Report(level);
        }
    }

    /// <summary>Every warehouse that ever had the product, from the journal's own list of streams.</summary>
    private async Task<List<WarehouseId>> KnownWarehouses()
    {
        var known = new List<WarehouseId>();
        try
        {
            for (var after = ""; ;)
            {
                var page = await services.Journal.ListStreamsAsync(
                    _tenant, StockItem.Kind, $"{_sku}@", after, MaxPageStreams);
                known.AddRange(page.Select(stream => StockItemId.Parse(stream.Id).Warehouse));
                if (page.Count < MaxPageStreams)
                {
                    return known;
                }
                after = page[^1].Id;
            }
        }
        catch (JournalUnavailableException trouble)
        {
            throw new UnavailableException($"Who stocks {_sku} could not be read: {trouble.Message}");
        }
    }
}
