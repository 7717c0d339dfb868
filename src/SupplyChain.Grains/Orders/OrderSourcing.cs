using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;

namespace SupplyChain.Orders;

/// <summary>
/// Gathers what sourcing decides on: one question per product, in parallel. Stock that is kept for waiting lines counts
/// only when it is sourced for one of them.
/// </summary>
internal sealed class OrderSourcing(
    IGrainFactory grains, TenantId tenant, CountedStock counted = CountedStock.FreeForAll, NearSupplies? near = null)
{
    private const int MaxWaitingLines = 1_000;
    private Dictionary<Sku, AvailabilityReply> _replies = [];

    /// <summary>Products that are not defined.</summary>
    public IEnumerable<Sku> Unknown => _replies.Where(reply => reply.Value.Product is null).Select(reply => reply.Key);

    /// <summary>Asks about products.</summary>
    public async Task Ask(
        IEnumerable<(Sku Sku, WarehouseId? OnlyFrom)> lines, ShipToPoint? shipTo, Freshness freshness)
    {
        var skus = lines.GroupBy(line => line.Sku).Select(group => (
            Sku: group.Key,
            OnlyFrom: group.All(line => line.OnlyFrom is not null)
                ? group.Select(line => line.OnlyFrom!.Value).Distinct().ToItems()
                : (Items<WarehouseId>?)null)).ToArray();
        var replies = await Task.WhenAll(skus.Select(
            ask => CandidatesOf(ask.Sku, new(shipTo, ask.OnlyFrom, freshness, counted))));
        _replies = skus.Zip(replies).ToDictionary(pair => pair.First.Sku, pair => pair.Second);
    }

    /// <summary>
    /// The stock of products as it is at this moment, and who waits for them: everything that a look ahead needs.
    /// </summary>
    /// <param name="skus">The products.</param>
    /// <param name="shipTo">Where they go.</param>
    /// <param name="also">Warehouses that have to be in the picture.</param>
    public async Task<StockPicture> Look(IEnumerable<Sku> skus, ShipToPoint? shipTo, Items<WarehouseId> also)
    {
        var all = skus.Distinct().ToArray();
        var replies = await Task.WhenAll(all.Select(sku => Supply(sku)
            .Candidates(new(shipTo, null, Freshness.Confirmed, CountedStock.EvenRationed) { InAnyCase = also })));
        _replies = all.Zip(replies).ToDictionary(pair => pair.First, pair => pair.Second);
        var waiting = await Task.WhenAll(_replies.Where(reply => reply.Value.Rationed).Select(async reply => (
            Sku: reply.Key,
            (await Supply(reply.Key).Head(new(MaxWaitingLines))).Lines)));
        return waiting.Aggregate(Picture(), (picture, queue) => picture.WithWaiting(queue.Sku, queue.Lines));
    }

    /// <summary>The best plan from what was learned.</summary>
    public SourcingPlan Plan(Order order)
    {
        var (known, i) = (new SkuAvailability[_replies.Count], 0);
        foreach (var (sku, reply) in _replies)
        {
            known[i++] = new(sku, Candidates(reply)) { Others = Others(reply) };
        }
        return Sourcing.Plan(Order.Problem(
            order, ImmutableCollectionsMarshal.AsImmutableArray(known), [.. Warehouses()],
            sku => _replies.GetValueOrDefault(sku)?.Product?.UnitWeightKg));
    }

    private Task<AvailabilityReply> CandidatesOf(Sku sku, FindCandidates query) =>
        query.Freshness == Freshness.AsKnown && near?.Find(tenant, sku) is { } seen
            ? seen.FindAsync(query).AsTask()
            : Supply(sku).Candidates(query);

    private ISupplyActor Supply(Sku sku) => grains.Actor<ISupplyActor>(GrainKey.Of(tenant, sku));

    /// <summary>What was learned.</summary>
    private StockPicture Picture() => new(
        _replies.ToImmutableDictionary(reply => reply.Key, reply => new ProductPicture(
            Candidates(reply.Value), Others(reply.Value), reply.Value.Product?.UnitWeightKg,
            ProductPicture.EmptyQueue)),
        Warehouses().ToImmutableDictionary(warehouse => warehouse.Warehouse));

    private ImmutableArray<StockCandidate> Candidates(AvailabilityReply reply)
    {
        var candidates = new StockCandidate[reply.Candidates.Count];
        for (var i = 0; i < candidates.Length; i++)
        {
            var (level, isOpen) = (reply.Candidates[i].Level, reply.Candidates[i].Open);
            candidates[i] = new(
                level.Warehouse, level.Available, level.Rationed && counted == CountedStock.FreeForAll, isOpen);
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(candidates);
    }

    private static ImmutableSortedDictionary<RejectionReason, int> Others(AvailabilityReply reply) =>
        reply.Others.Count == 0
            ? ImmutableSortedDictionary<RejectionReason, int>.Empty
            : reply.Others.ToImmutableSortedDictionary(other => other.Reason, other => other.Count);

    /// <summary>The warehouses of all candidates, each once.</summary>
    private List<SourcingWarehouse> Warehouses()
    {
        var most = _replies.Values.Sum(reply => reply.Candidates.Count);
        var (seen, all) = (new HashSet<WarehouseId>(most), new List<SourcingWarehouse>(most));
        foreach (var reply in _replies.Values)
        {
            foreach (var candidate in reply.Candidates.AsSpan())
            {
                if (seen.Add(candidate.Level.Warehouse))
                {
                    all.Add(new(
                        candidate.Level.Warehouse,
                        candidate is { Latitude: { } latitude, Longitude: { } longitude }
                            ? new(latitude, longitude)
                            : null,
                        candidate.PriorityBand));
                }
            }
        }
        return all;
    }
}
