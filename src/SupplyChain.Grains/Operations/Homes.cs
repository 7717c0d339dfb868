using System.Collections.Immutable;
using Orleans.Runtime;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Operations;

/// <summary>
/// Where actors live: in no silo that leaves, and warehouses and their stock in silos of the warehouse's region while
/// there are any. Soft state: an actor that is placed before this silo knows the warehouse, or how the others are, is
/// moved later.
/// </summary>
public sealed class Homes(NetworkMap network, TimeProvider time)
{
    internal const string Stock = "stock";
    internal const string Warehouse = "warehouse";
    private static readonly TimeSpan LookupTimeout = TimeSpan.FromSeconds(1);
    private static readonly GrainType StockType = GrainType.Create(Stock);
    private static readonly GrainType WarehouseType = GrainType.Create(Warehouse);

    private volatile ImmutableDictionary<SiloAddress, string> _served = ImmutableDictionary<SiloAddress, string>.Empty;

    private volatile ImmutableHashSet<SiloAddress> _leaving = [];

    /// <summary>Whether a silo serves a region.</summary>
    public bool AnyRegion => !_served.IsEmpty;

    /// <summary>Learns which silo leaves, and which of the others serves which region.</summary>
    public void Learn(IReadOnlyDictionary<SiloAddress, SiloLoad> loads)
    {
        _leaving = [.. loads.Where(silo => silo.Value.Weight == 0).Select(silo => silo.Key)];
        _served = loads.Where(silo => silo.Value is { Region: not null, Weight: > 0 })
            .ToImmutableDictionary(silo => silo.Key, silo => silo.Value.Region!);
    }

    /// <summary>Whether a silo takes no actors in.</summary>
    public bool Leaves(SiloAddress silo) => _leaving.Contains(silo);

    /// <summary>The silos of an actor's region; none when it may live anywhere.</summary>
    public IReadOnlyList<SiloAddress> Of(GrainId actor)
    {
        if (!AnyRegion || WarehouseOf(actor) is not var (tenant, warehouse))
        {
            return [];
        }
        return network.Recall(tenant, warehouse)?.Region is { } region
            ? [.. _served.Where(silo => silo.Value == region).Select(silo => silo.Key)]
            : [];
    }

    /// <summary>
    /// Reads the regions of the warehouses that some of these actors belong to, where they may have changed. What
    /// is not known at once is known in a later round; until then its actors stay.
    /// </summary>
    public async Task LearnAsync(IEnumerable<GrainId> actors, CancellationToken stopping)
    {
        if (!AnyRegion)
        {
            return;
        }
        var warehouses = actors.Select(WarehouseOf).OfType<(TenantId Tenant, WarehouseId Id)>().Distinct();
        Task all = Task.WhenAll(warehouses.Select(
            warehouse => network.FindAsync(warehouse.Tenant, warehouse.Id).AsTask()));
        await all.WaitAsync(LookupTimeout, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static (TenantId Tenant, WarehouseId Warehouse)? WarehouseOf(GrainId actor)
    {
        if (actor.Type != StockType && actor.Type != WarehouseType)
        {
            return null;
        }
        var (tenant, id) = GrainKey.Split(actor.Key.ToString()!);
        return (tenant, actor.Type == StockType ? StockItemId.Parse(id).Warehouse : id);
    }
}
