using SupplyChain.Events;
using SupplyChain.Journal;

namespace SupplyChain.Operations;

/// <summary>
/// Reads pages of the event feed. What is wanted may be rare, so a page is looked for in steps that grow: all pages
/// together read the journal a few times at most, and each ends after a moment, full or not.
/// </summary>
public sealed class EventFeedReader(EventHistory history, TimeProvider time)
{
    private const int MaxStepEvents = 1_000;
    private const int Growth = 4;
    private static readonly TimeSpan SearchTimeout = TimeSpan.FromSeconds(1);

    /// <summary>A page of a tenant's events after a position.</summary>
    /// <exception cref="UnknownEventTypeException">No event can have one of the types.</exception>
    public async Task<EventPage> ReadAsync(TenantId tenant, Position after, ReadEvents query)
    {
        var wanted = new WantedEvents(tenant, query);
        var (until, events, step) = (Until(), new List<PublishedEvent>(), query.Limit);
        do
        {
            // One more than fits tells whether the page ends where the feed does.
            var (read, isAll) = await history.AfterAsync(after, Math.Max(step, query.Limit - events.Count) + 1);
            foreach (var followed in read)
            {
                if (events.Count == query.Limit)
                {
                    return Page(atEnd: false);
                }
                after = followed.Position;
                if (wanted.Contains(followed))
                {
                    events.Add(followed.Event);
                }
            }
            if (isAll)
            {
                return Page(atEnd: true);
            }
            if (events.Count == query.Limit)
            {
                return Page(atEnd: false);
            }
            step = Math.Min(step * Growth, MaxStepEvents);
        }
        while (time.GetUtcNow() < until);
        return Page(atEnd: false);

        EventPage Page(bool atEnd) => new(events.ToItems(), after.ToString(), atEnd);
    }

    /// <summary>When the search ends; before the caller's patience does.</summary>
    private DateTimeOffset Until()
    {
        var longest = time.GetUtcNow() + SearchTimeout;
        return CallContext.Deadline is { } deadline && deadline < longest ? deadline : longest;
    }
}
