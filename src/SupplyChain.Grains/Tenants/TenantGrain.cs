using Orleans.Concurrency;
using SupplyChain.Access;

namespace SupplyChain.Tenants;

/// <summary>One tenant.</summary>
[GrainType("tenant"), Reentrant]
public sealed class TenantGrain(ActorServices services, AccessOptions options, UsageReader usage)
    : JournaledActor<RegisteredTenant, TenantEvent>(services), ITenantGrain
{
    /// <inheritdoc/>
    public async Task<TenantReply> Put(PutTenant command) => command.Validate(Tenant) is { Count: > 0 } faults
        ? Replies.Invalid<TenantReply, TenantDetails>(faults)
        : await Commit(
            tenant => Replies.VersionMismatch(tenant.Version) is { } stale
                ? stale
                : RegisteredTenant.Decide(tenant, command),
            (tenant, decision) => TenantReplies.To(Tenant, tenant, decision));

    /// <inheritdoc/>
    public Task<TenantDetails?> Get() => Read(tenant => tenant.Details(Tenant)
        ?? (Tenant == options.Tenant ? HomeTenant.Details(Tenant) : null));

    /// <inheritdoc/>
    public async Task<TenantUsage?> Usage(UsageQuery query) =>
        await Get() is null ? null : await usage.ReadAsync(Tenant, query);
}
