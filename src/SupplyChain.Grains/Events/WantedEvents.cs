using SupplyChain.Operations;

namespace SupplyChain.Events;

/// <summary>The events that a reader wants of a tenant, by type and subject.</summary>
internal sealed class WantedEvents(TenantId tenant, ReadEvents query)
{
    private readonly PublishedTypes _types = new(query.Types);

    /// <summary>Whether an event is wanted.</summary>
    public bool Contains(FollowedEvent followed) =>
        followed.Tenant == tenant
        && (query.Subject is null || SubjectPattern.Fits(query.Subject, followed.Subject))
        && _types.Contains(followed);
}
