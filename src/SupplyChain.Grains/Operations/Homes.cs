using System.Collections.Immutable;
using Orleans.Runtime;
using SupplyChain.Network;

namespace SupplyChain.Operations;

/// <summary>
/// Where actors live: in no silo that leaves, and those that belong to a warehouse (<see
/// cref="IAggregateActor.HomeOf"/>) in silos of its region while there are any. Soft state: an actor that is placed
/// before this silo knows the warehouse, or how the others are, is moved later.
/// </summary>
public sealed class Homes(NetworkMap network, IEnumerable<IAggregateActor> aggregates, TimeProvider time)
{
    private static readonly TimeSpan LookupTimeout = TimeSpan.FromSeconds(1);

    private readonly Dictionary<GrainType, IAggregateActor> _aggregates =
        aggregates.ToDictionary(aggregate => GrainType.Create(aggregate.Kind));

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

    private (TenantId Tenant, WarehouseId Warehouse)? WarehouseOf(GrainId actor)
    {
        if (!_aggregates.TryGetValue(actor.Type, out var aggregate))
        {
            return null;
        }
        var (tenant, id) = GrainKey.Split(actor.Key.ToString()!);
        return aggregate.HomeOf(id) is { } warehouse ? (tenant, warehouse) : null;
    }
}
