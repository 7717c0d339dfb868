using SupplyChain.Access;

namespace SupplyChain.Tenants;

/// <summary>How much a tenant has used: <c>tenant</c>.</summary>
[GrainInterfaceType("usage-queries"), Alias("usage-queries"), Needs(Permission.Govern), Scoped(Scope.Closed), Uncounted]
public interface IUsageQueriesGrain : IGrainWithStringKey
{
    /// <summary>What it used day by day.</summary>
    [Alias("usage")] Task<TenantUsage> Usage(UsageQuery query);
}
