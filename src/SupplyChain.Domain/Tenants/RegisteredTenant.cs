using System.Diagnostics;
using static SupplyChain.Tenants.TenantEvent;

namespace SupplyChain.Tenants;

/// <summary>A tenant: master data, replaced as a whole. Its stream is its own and not the home tenant's.</summary>
public sealed record RegisteredTenant : IAggregate<RegisteredTenant, TenantEvent>
{
    /// <inheritdoc/>
    public static string Kind => "tenant";

    /// <inheritdoc/>
    public static int StateSchema => 1;

    /// <inheritdoc/>
    public static RegisteredTenant Initial { get; } = new();

    /// <summary>What people call it; null before it was made.</summary>
    public string? Name { get; init; }

    /// <summary>How much it may use.</summary>
    public AgreedQuotas Quotas { get; init; } = AgreedQuotas.None;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its version.</summary>
    public long Version { get; init; }

    /// <summary>Makes it, or replaces what is known of it; the same again changes nothing.</summary>
    public static Decision<TenantEvent> Decide(RegisteredTenant tenant, PutTenant command)
    {
        var quotas = AgreedQuotas.Of(command.Quotas);
        TenantEvent? named = tenant.Name is null ? new Created(command.Name)
            : tenant.Name != command.Name ? new Renamed(command.Name)
            : null;
        TenantEvent? bounded = tenant.Quotas == quotas
            ? null
            : new QuotasSet(quotas.OrdersPerDay, quotas.CallsPerDay, quotas.Bytes);
        return (named, bounded) switch
        {
            (null, null) => [],
            (null, _) => [bounded],
            (_, null) => [named],
            _ => [named, bounded],
        };
    }

    /// <inheritdoc/>
    public static RegisteredTenant Evolve(RegisteredTenant state, TenantEvent @event, DateTimeOffset recordedAt) =>
        (@event switch
        {
            Created created => state with { Name = created.Name, CreatedAt = recordedAt },
            Renamed renamed => state with { Name = renamed.Name },
            QuotasSet set => state with { Quotas = new(set.OrdersPerDay, set.CallsPerDay, set.Bytes) },
            _ => throw new UnreachableException($"{@event}"),
        }) with
        { Version = state.Version + 1 };

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(RegisteredTenant state) => SupplyChain.UnfinishedWork.None;

    /// <summary>The tenant as clients see it; null before it was made.</summary>
    public TenantDetails? Details(TenantId id) =>
        Name is null ? null : new(id, Name, Quotas.ToContract(), CreatedAt, Version);
}
