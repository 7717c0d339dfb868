using System.Collections.Immutable;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>
/// Gathers what sourcing decides on: one question per product, in parallel. Stock that is kept for waiting lines counts
/// only when it is sourced for one of them.
/// </summary>
internal sealed class OrderSourcing(IGrainFactory grains, TenantId tenant, bool evenRationed = false)
{
    private Dictionary<Sku, AvailabilityReply> _replies = [];

    /// <summary>Products that nobody defined.</summary>
    public IEnumerable<Sku> Unknown => _replies.Where(reply => reply.Value.Product is null).Select(reply => reply.Key);

    /// <summary>Asks about products; fresh asks the stock items themselves.</summary>
    public async Task Ask(IEnumerable<(Sku Sku, WarehouseId? OnlyFrom)> lines, ShipToPoint? shipTo, bool fresh)
    {
        var skus = lines.GroupBy(line => line.Sku).Select(group => (
            Sku: group.Key,
            OnlyFrom: group.All(line => line.OnlyFrom is not null)
                ? group.Select(line => line.OnlyFrom!.Value).Distinct().ToItems()
                : (Items<WarehouseId>?)null)).ToArray();
        var replies = await Task.WhenAll(skus.Select(ask =>
            grains.GetGrain<IAvailabilityGrain>(GrainKey.Of(tenant, ask.Sku))
                .Candidates(new(shipTo, ask.OnlyFrom, fresh, evenRationed))));
        _replies = skus.Zip(replies).ToDictionary(pair => pair.First.Sku, pair => pair.Second);
    }

    /// <summary>The best plan from what was learned.</summary>
    public SourcingPlan Plan(Order order)
    {
        var availability = _replies.Select(reply => new SkuAvailability(
            reply.Key,
            [
                .. reply.Value.Candidates.Select(candidate => new StockCandidate(
                    candidate.Level.Warehouse, candidate.Level.Available,
                    candidate.Level.Rationed && !evenRationed, candidate.Open)),
            ])
        {
            Others = reply.Value.Others.ToImmutableSortedDictionary(other => other.Reason, other => other.Count),
        });
        var warehouses = _replies.Values.SelectMany(reply => reply.Candidates)
            .DistinctBy(candidate => candidate.Level.Warehouse)
            .Select(candidate => new SourcingWarehouse(
                candidate.Level.Warehouse,
                candidate is { Latitude: { } latitude, Longitude: { } longitude } ? new(latitude, longitude) : null,
                candidate.PriorityBand));
        return Sourcing.Plan(Order.Problem(
            order, availability.ToArray(), warehouses.ToArray(),
            sku => _replies.GetValueOrDefault(sku)?.Product?.UnitWeightKg));
    }
}
