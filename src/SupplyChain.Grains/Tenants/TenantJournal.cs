using SupplyChain.Access;
using SupplyChain.Journal;

namespace SupplyChain.Tenants;

/// <summary>The tenants without their actors, for verbs that work while no node runs.</summary>
public sealed class TenantJournal(
    IJournal journal, AccessOptions options, IFeatureLevel level, TimeProvider time)
{
    private readonly ActorlessStream<RegisteredTenant, TenantEvent> _stream = new(journal, level, time, "tenants verb");

    /// <summary>Makes a tenant, or replaces what is known of it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="version">The version that it has to have: 0 when it is to be made.</param>
    /// <param name="command">What is known of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<TenantReply> PutAsync(
        TenantId id, long version, PutTenant command, CancellationToken cancellationToken) =>
        command.Validate(id) is { Count: > 0 } faults
            ? Task.FromResult(Replies.Invalid<TenantReply, TenantDetails>(faults))
            : _stream.ChangeAsync(
                Stream(id),
                (tenant, _) => tenant.Version == version
                    ? RegisteredTenant.Decide(tenant, command)
                    : new Refused(Refusal.VersionMismatch, $"The tenant '{id}' was changed meanwhile; try again."),
                (tenant, decision) => TenantReplies.To(id, tenant, decision), cancellationToken);

    /// <summary>All of them by id, the home tenant included.</summary>
    public async Task<IReadOnlyList<TenantDetails>> ListAsync(CancellationToken cancellationToken)
    {
        var known = new List<TenantDetails>();
        foreach (var head in await journal.HeadsAsync(RegisteredTenant.Kind, cancellationToken))
        {
            if ((await _stream.ReadAsync(head.Stream, cancellationToken)).Details(head.Stream.Tenant) is { } tenant)
                known.Add(tenant);
        }
        if (!known.Exists(tenant => tenant.Id == options.Tenant))
            known.Add(HomeTenant.Details(options.Tenant));
        return [.. known.OrderBy(tenant => tenant.Id)];
    }

    private static StreamId Stream(TenantId tenant) => new(tenant, RegisteredTenant.Kind, ITenantGrain.Id);
}
