using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Transfers;

namespace SupplyChain.Orders;

/// <summary>
/// Looks at owners of demands one after the other, each on the stock that those before it would leave. Each owner looks
/// ahead itself; here is only what they would do to the stock together.
/// </summary>
internal sealed class PreviewChain(IGrainFactory grains, TenantId tenant, TimeProvider time)
{
    /// <summary>The most owners that are looked at.</summary>
    public const int MostOwners = 500;

    private static readonly TimeSpan WalkTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerMargin = TimeSpan.FromSeconds(1);
    private readonly List<UnitsToMove> _moves = [];
    private readonly List<UnitsToWait> _waits = [];
    private readonly List<UnitsToFill> _fills = [];
    private readonly List<TransferChange> _transfers = [];
    private readonly OwnersCount _concerned = new();
    private readonly OwnersCount _lookedAt = new();
    private StockTrace _trace = StockTrace.None;

    /// <summary>What was seen so far.</summary>
    public Consequences Consequences => new(_moves.ToItems(), _waits.ToItems(), _fills.ToItems())
    {
        Orders = _concerned.Orders,
        OrdersLookedAt = _lookedAt.Orders,
        Transfers = _transfers.ToItems(),
        TransfersConcerned = _concerned.Transfers,
        TransfersLookedAt = _lookedAt.Transfers,
    };

    /// <summary>A warehouse would be closed.</summary>
    public void Close(WarehouseId warehouse) => _trace = _trace with { Closed = [.. _trace.Closed, warehouse] };

    /// <summary>A stock item would have more units, or less; more go to who waits for them first.</summary>
    public async Task Change(StockItemId item, long units)
    {
        if (units < 0)
        {
            _trace = _trace with { Changes = [.. _trace.Changes, new(item.Sku, item.Warehouse, units)] };
            return;
        }
        var picture = await new OrderSourcing(grains, tenant).Look([item.Sku], null, [item.Warehouse]);
        var (_, grants) = picture.With(item, units).Serve(item.Sku, DateOnly.FromDateTime(time.GetUtcNow().Date));
        _fills.AddRange(grants.Select(grant =>
            new UnitsToFill(grant.Owner, grant.Line, item.Sku, grant.Quantity, grant.Warehouse)));
        foreach (var owner in grants.Select(grant => grant.Owner).Distinct())
        {
            _concerned.Add(owner);
            _lookedAt.Add(owner);
        }
    }

    /// <summary>Transfers that go on as they are, the first of so many.</summary>
    public void GoOn(IReadOnlyCollection<TransferChange> transfers, int count)
    {
        _transfers.AddRange(transfers);
        _concerned.Transfers += count;
        _lookedAt.Transfers += transfers.Count;
    }

    /// <summary>Looks at owners, in this order, as far as there is time.</summary>
    public async Task Walk(IReadOnlyCollection<(DemandOwner Owner, ForeseeOrder Query)> owners)
    {
        CallContext.Condition = default; // It was about what the caller named, not about these.
        foreach (var (owner, _) in owners)
        {
            _concerned.Add(owner);
        }
        var started = time.GetTimestamp();
        var left = CallContext.Deadline - time.GetUtcNow() - AnswerMargin;
        var patience = left < WalkTimeout ? left.Value : WalkTimeout;
        foreach (var (owner, query) in owners.Take(MostOwners))
        {
            if (time.GetElapsedTime(started) > patience)
            {
                return;
            }
            if (await Foresee(owner, query with { Before = _trace }) is { } foreseen)
            {
                _moves.AddRange(foreseen.Consequences.WouldMove);
                _waits.AddRange(foreseen.Consequences.WouldWait);
                _fills.AddRange(foreseen.Consequences.WouldFill);
                _transfers.AddRange(foreseen.Consequences.Transfers);
                _trace = foreseen.After;
            }
            _lookedAt.Add(owner);
        }
    }

    /// <summary>Asks one owner; null when nothing would become of it.</summary>
    private async Task<ForeseenOwner?> Foresee(DemandOwner owner, ForeseeOrder query)
    {
        if (owner.Order is not { } order)
        {
            return await grains.ForeseeingOwnerOf(tenant, owner).Foresee(query);
        }
        var reply = await grains.GetGrain<IOrderActor>(GrainKey.Of(tenant, order)).Foresee(query);
        return reply is { Accepted: true, Value.Consequences: { } seen } ? new(seen, reply.After) : null;
    }

    private sealed class OwnersCount
    {
        public int Orders { get; private set; }

        public int Transfers { get; set; }

        public void Add(DemandOwner owner) => (Orders, Transfers) =
            owner.Order is null ? (Orders, Transfers + 1) : (Orders + 1, Transfers);
    }
}
