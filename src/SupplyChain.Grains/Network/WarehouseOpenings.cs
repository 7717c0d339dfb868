using SupplyChain.Inventory;

namespace SupplyChain.Network;

/// <summary>
/// Gives the goods of a warehouse that opened again to the lines that wait for them. What it has seen is not kept:
/// after a start each changed warehouse is looked at once more.
/// </summary>
public sealed class WarehouseOpenings(IGrainFactory grains, IClosingQueries closings, TimeProvider time)
{
    private const int MaxConcurrentProducts = 16;

    // A silo's map of the network may still say closed for this long; units that came free under it are found by the
    // second look.
    private static readonly TimeSpan SecondLookDelay = NetworkMap.MaxEntryAge + TimeSpan.FromSeconds(1);
    private readonly Dictionary<(TenantId, WarehouseId), (long Version, long At, bool Twice)> _seen = [];

    /// <summary>A warehouse that opened, and whether it is looked at for the second time.</summary>
    public readonly record struct Opening(TenantId Tenant, WarehouseId Warehouse, long Version, bool Twice);

    /// <summary>Warehouses that opened and were not served yet.</summary>
    public async Task<IReadOnlyList<Opening>> DueAsync(CancellationToken cancellationToken)
    {
        var due = new List<Opening>();
        foreach (var (tenant, warehouse, version) in await closings.ChangedOpenWarehousesAsync(cancellationToken))
        {
            var known = _seen.GetValueOrDefault((tenant, warehouse));
            var isNew = known.Version != version;
            if (isNew || (!known.Twice && time.GetElapsedTime(known.At) > SecondLookDelay))
            {
                due.Add(new(tenant, warehouse, version, Twice: !isNew));
            }
        }
        return due;
    }

    /// <summary>Serves the queues of the products in one of them.</summary>
    public async Task ServeAsync(Opening opening, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(
            await closings.WaitedForSkusAsync(opening.Tenant, opening.Warehouse, cancellationToken),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = MaxConcurrentProducts,
                CancellationToken = cancellationToken,
            },
            async (sku, _) => await grains.GetGrain<ISupplyActor>(GrainKey.Of(opening.Tenant, sku)).Replenish());
        _seen[(opening.Tenant, opening.Warehouse)] = (opening.Version, time.GetTimestamp(), opening.Twice);
    }
}
