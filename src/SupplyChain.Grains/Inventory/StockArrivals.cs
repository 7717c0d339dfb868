using Microsoft.Extensions.Logging;
using SupplyChain.Operations;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>
/// Serves the lines that waited for stock which has arrived, before the answer says that it is there.
/// </summary>
public sealed class StockArrivals(IGrainFactory grains, ILogger<StockArrivals> log)
{
    private const int MaxOwnersAtOnce = 32;

    /// <summary>Serves the queues of these products, and tells the owners what they were granted.</summary>
    public async Task ServeWaitingLines(TenantId tenant, IEnumerable<Sku> skus)
    {
        foreach (var sku in skus.Distinct())
        {
            var news = await grains.GetGrain<ISupplyActor>(GrainKey.Of(tenant, sku)).Restock();
            foreach (var owners in news.Grants.Select(grant => grant.Owner).Distinct().Chunk(MaxOwnersAtOnce))
            {
                await Task.WhenAll(owners.Select(owner => Tell(tenant, owner, sku)));
            }
        }
    }

    private async Task Tell(TenantId tenant, DemandOwner owner, Sku sku)
    {
        try
        {
            await grains.OwnerOf(tenant, owner).AcceptGrants(new(sku));
        }
        catch (Exception trouble) when (trouble is UnavailableException or BusyException or TimeoutException
            or Orleans.Runtime.OrleansException)
        {
            // The grant is durable: the dispatcher tells the owner again.
            log.Interrupted($"{owner}", trouble.Message);
        }
    }
}
