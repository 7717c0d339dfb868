using Orleans.Concurrency;

namespace SupplyChain.Tenants;

/// <summary>How much a tenant has used.</summary>
[GrainType("usage-queries"), StatelessWorker, Reentrant]
public sealed class UsageQueriesGrain(UsageReader usage) : Grain, IUsageQueriesGrain
{
    /// <inheritdoc/>
    public Task<TenantUsage> Usage(UsageQuery query) => usage.ReadAsync(this.GetPrimaryKeyString(), query);
}
