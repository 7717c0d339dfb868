using Orleans.Concurrency;

namespace SupplyChain.Tenants;

/// <summary>Which tenants there are, read from their streams.</summary>
[GrainType("tenant-queries"), StatelessWorker, Reentrant]
public sealed class TenantQueriesGrain(TenantDirectory tenants) : Grain, ITenantQueriesGrain
{
    /// <inheritdoc/>
    public Task<Items<TenantDetails>> List() => tenants.ListAsync();
}
