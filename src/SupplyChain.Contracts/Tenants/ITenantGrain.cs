using SupplyChain.Access;

namespace SupplyChain.Tenants;

/// <summary>One tenant: <c>tenant/tenant</c>. Only operators of the home tenant may call it, whichever it is.</summary>
[GrainInterfaceType("tenant"), Alias("tenant"), Needs(Permission.Operate), Scoped(Scope.Closed), Uncounted]
public interface ITenantGrain : IGrainWithStringKey
{
    /// <summary>The id of the one actor that a tenant has.</summary>
    const string Id = "tenant";

    /// <summary>Makes the tenant, or changes what is known of it.</summary>
    [Alias("put")] Task<TenantReply> Put(PutTenant command);

    /// <summary>The tenant; null when there is none.</summary>
    [Alias("get")] Task<TenantDetails?> Get();

    /// <summary>What the tenant used day by day; null when there is none.</summary>
    [Alias("usage")] Task<TenantUsage?> Usage(UsageQuery query);
}

/// <summary>Which tenants there are: the id of the home tenant.</summary>
[GrainInterfaceType("tenant-queries"), Alias("tenant-queries")]
[Needs(Permission.Operate), Scoped(Scope.Closed), Uncounted]
public interface ITenantQueriesGrain : IGrainWithStringKey
{
    /// <summary>All of them by id, the home tenant included.</summary>
    [Alias("list")] Task<Items<TenantDetails>> List();
}
