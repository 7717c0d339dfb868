using SupplyChain.Inventory;
using SupplyChain.Journal.ReadModels;
using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Operations;

/// <summary>
/// Gives the goods of a warehouse that opened again to the lines that wait for them. What it has seen is not kept:
/// after a start each changed warehouse is looked at once more.
/// </summary>
public sealed class WarehouseOpenings(IGrainFactory grains, IClosingQueries closings, TimeProvider time)
{
    private const int AtOnce = 16;

    // A silo's map of the network may still say closed for this long; units that came free under it are found by the
    // second look.
    private static readonly TimeSpan SecondLookAfter = NetworkMap.Freshness + TimeSpan.FromSeconds(1);
    private readonly Dictionary<(TenantId, WarehouseId), (long Version, long At, bool Twice)> _seen = [];

    /// <summary>Serves the queues of the products in every warehouse that opened since the last look.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var (tenant, warehouse, version) in await closings.ChangedOpenWarehousesAsync(cancellationToken))
        {
            var known = _seen.GetValueOrDefault((tenant, warehouse));
            if (known.Version != version)
            {
                await ServeAsync(tenant, warehouse, cancellationToken);
                _seen[(tenant, warehouse)] = (version, time.GetTimestamp(), false);
            }
            else if (!known.Twice && time.GetElapsedTime(known.At) > SecondLookAfter)
            {
                await ServeAsync(tenant, warehouse, cancellationToken);
                _seen[(tenant, warehouse)] = known with { Twice = true };
            }
        }
    }

    private async Task ServeAsync(TenantId tenant, WarehouseId warehouse, CancellationToken cancellationToken) =>
        await Parallel.ForEachAsync(
            await closings.RationedSkusAsync(tenant, warehouse, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (sku, _) => await grains.GetGrain<IBacklogGrain>(GrainKey.Of(tenant, sku)).Replenish());
}
