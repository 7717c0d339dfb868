namespace SupplyChain.Tenants;

/// <summary>
/// The tenants of the cluster; it needs the role <see cref="Access.Role.Operator"/> or <see cref="Access.Role.Admin"/>
/// of the home tenant.
/// </summary>
/// <remarks>
/// Each call throws <see cref="UnavailableException"/> when no node answered within the deadline (whether a command was
/// carried out is unknown; repeat it under the same id), <see cref="BusyException"/> when too much is waiting (nothing
/// was done), and <see cref="Access.AccessDeniedException"/> when the key is not accepted or its role may not do that.
/// A malformed id is a fault in the reply to a command, and an <see cref="ArgumentException"/> of a question.
/// </remarks>
public sealed class TenantsClient
{
    private readonly Calls _calls;

    internal TenantsClient(Calls calls) => _calls = calls;

    /// <summary>Makes a tenant, or replaces what is known of it. Safe to repeat.</summary>
    public Task<TenantReply> PutAsync(TenantId id, PutTenant tenant, CancellationToken cancellationToken = default) =>
        _calls.Send<TenantReply, TenantDetails>(
            "tenants.put", id.Value, tenant.Validate(id), () => Actor(id).Put(tenant), cancellationToken);

    /// <summary>A tenant; null when there is none.</summary>
    public Task<TenantDetails?> GetAsync(TenantId id, CancellationToken cancellationToken = default) =>
        _calls.Find("tenants.get", id.Value, () => Actor(id).Get(), cancellationToken);

    /// <summary>All of them by id, the home tenant included.</summary>
    public Task<Items<TenantDetails>> ListAsync(CancellationToken cancellationToken = default) =>
        _calls.Ask("tenants", () => _calls.Queries<ITenantQueriesGrain>().List(), cancellationToken);

    /// <summary>
    /// What the client's own tenant used day by day; it needs the role <see cref="Access.Role.Operator"/> or
    /// <see cref="Access.Role.Admin"/> of that tenant. Stored figures are a moment behind, calls up to 10 s.
    /// </summary>
    /// <exception cref="ArgumentException">The days make no sense.</exception>
    public Task<TenantUsage> UsageAsync(UsageQuery query, CancellationToken cancellationToken = default)
    {
        Check(query);
        return _calls.Ask("usage", () => _calls.Queries<IUsageQueriesGrain>().Usage(query), cancellationToken);
    }

    /// <summary>The same of any tenant; null when there is none.</summary>
    /// <exception cref="ArgumentException">The id is malformed, or the days make no sense.</exception>
    public Task<TenantUsage?> UsageAsync(
        TenantId id, UsageQuery query, CancellationToken cancellationToken = default)
    {
        Check(query);
        return _calls.Find("tenants.usage", id.Value, () => Actor(id).Usage(query), cancellationToken);
    }

    private static void Check(UsageQuery query)
    {
        if (query.Validate() is [var fault, ..])
            throw new ArgumentException(fault.Message, nameof(query));
    }

    private ITenantGrain Actor(TenantId id) => _calls.ActorOf<ITenantGrain>(id, ITenantGrain.Id);
}
