using System.Collections.Concurrent;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Planner;

/// <summary>Names of warehouses and products, kept for a while: they are on every page and change seldom.</summary>
public sealed class Names(SupplyChainClient chain, TimeProvider time)
{
    private const int MaxCachedProducts = 20_000;
    private static readonly TimeSpan WarehouseRetention = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ProductRetention = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Sku, (string Description, DateTimeOffset At)> _products = [];
    private volatile Known _known = new([], DateTimeOffset.MinValue);

    /// <summary>Every warehouse by its id.</summary>
    public async Task<IReadOnlyDictionary<WarehouseId, WarehouseDetails>> WarehousesAsync(
        CancellationToken cancellationToken = default)
    {
        if (time.GetUtcNow() - _known.At < WarehouseRetention)
            return _known.Warehouses;
        var all = new Dictionary<WarehouseId, WarehouseDetails>();
        await foreach (var warehouse in chain.Warehouses.ListAsync(cancellationToken: cancellationToken))
            all[warehouse.Id] = warehouse;
        // The same ones stay the same object, so that who shows them sees at a glance that nothing changed.
        var known = IsSame(all, _known.Warehouses) ? _known.Warehouses : all;
        _known = new(known, time.GetUtcNow());
        return known;
    }

    /// <summary>What a product is; null when that is unknown.</summary>
    public async Task<string?> ProductAsync(Sku sku, CancellationToken cancellationToken = default)
    {
        if (_products.TryGetValue(sku, out var kept) && time.GetUtcNow() - kept.At < ProductRetention)
            return kept.Description;
        if (await chain.Inventory.GetProductAsync(sku, cancellationToken) is not { } product)
            return null;
        if (_products.Count >= MaxCachedProducts)
            _products.Clear();
        _products[sku] = (product.Description, time.GetUtcNow());
        return product.Description;
    }

    private static bool IsSame(
        Dictionary<WarehouseId, WarehouseDetails> all, Dictionary<WarehouseId, WarehouseDetails> known) =>
        all.Count == known.Count && all.All(one => known.TryGetValue(one.Key, out var other) && other == one.Value);

    private sealed record Known(Dictionary<WarehouseId, WarehouseDetails> Warehouses, DateTimeOffset At);
}
