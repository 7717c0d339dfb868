using System.Collections.Concurrent;

namespace SupplyChain.Inventory;

/// <summary>
/// The supplies that live in this silo. To plan, an order looks at these without a message; to reserve, it asks them,
/// and they decide again on what there is then.
/// </summary>
public sealed class NearSupplies
{
    private readonly ConcurrentDictionary<(TenantId, Sku), SupplyView> _views = new();

    /// <summary>What can be seen of a product's supply; null when it lives elsewhere, or has to ask others
    /// first.</summary>
    internal SupplyView? Find(TenantId tenant, Sku sku) =>
        _views.TryGetValue((tenant, sku), out var view) && view.KnowsProduct ? view : null;

    internal void Add(TenantId tenant, Sku sku, SupplyView view) => _views[(tenant, sku)] = view;

    internal void Remove(TenantId tenant, Sku sku, SupplyView view) =>
        _views.TryRemove(KeyValuePair.Create((tenant, sku), view));
}
