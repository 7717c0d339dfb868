using SupplyChain.Journal;
using SupplyChain.Operations;

namespace SupplyChain.Events;

/// <summary>The events that a reader wants of a tenant, by type and subject.</summary>
internal sealed class WantedEvents(TenantId tenant, ReadEvents query)
{
    private readonly PublishedTypes _types = new(query.Types);

    /// <summary>Whether a row of the journal is wanted.</summary>
    public bool Contains(JournaledEvent row) =>
        row.Stream.Tenant == tenant
        && (query.Subject is null || SubjectPattern.Fits(query.Subject, $"{row.Stream.Kind}/{row.Stream.Id}"))
        && _types.Contains(row);

    /// <summary>Whether an event that was published is wanted.</summary>
    public bool Contains(FollowedEvent followed) =>
        followed.Tenant == tenant
        && SubjectPattern.Fits(query.Subject, followed.Event.Subject)
        && _types.Contains(followed.Event.Type);
}
