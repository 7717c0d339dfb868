using SupplyChain.Journal;
using SupplyChain.Operations;

namespace SupplyChain.Events;

/// <summary>
/// Pages of the event feed: near the end from the follower's memory, before that from the journal. A reader at the end
/// may wait for what comes.
/// </summary>
public sealed class EventFeed
{
    private const int MaxScannedAtOnce = 1_000;
    private const int MaxCountedEvents = 10_000;
    private static readonly TimeSpan WaitLimit = TimeSpan.FromMilliseconds(1_500);

    private readonly EventFeedReader _reader;
    private readonly EventHistory _history;
    private readonly EventFollower _follower;
    private readonly TimeProvider _time;

    internal EventFeed(EventHistory history, EventFollower follower, TimeProvider time) =>
        (_reader, _history, _follower, _time) = (new(history, time), history, follower, time);

    /// <summary>A page of a tenant's events after a position.</summary>
    /// <exception cref="UnknownEventTypeException">No event can have one of the types.</exception>
    public async Task<EventPage> ReadAsync(TenantId tenant, Position after, ReadEvents query)
    {
        var wanted = new WantedEvents(tenant, query);
        for (var until = Until(query.Wait); ;)
        {
            var noted = _follower.News;
            var left = until - _time.GetUtcNow();
            var (page, next, isBehind) = Followed(after, wanted, query.Limit);
            // The follower gets where this reader is in a moment; who cannot wait asks the journal.
            if (page is null && (!isBehind || left <= TimeSpan.Zero))
            {
                (page, next) = await JournaledAsync(tenant, after, query);
            }
            else if (page is { AtEnd: true } && query.Wait is null)
            {
                // Only the journal knows what was recorded a moment ago; who does not wait relies on the end.
                var rest = query with { Limit = query.Limit - page.Events.Count };
                var (newest, _) = await JournaledAsync(tenant, next, rest);
                return newest with { Events = page.Events.Concat(newest.Events).ToItems() };
            }
            if (page is not null)
            {
                if (page.Events.Count > 0 || !page.AtEnd || left <= TimeSpan.Zero)
                {
                    return page;
                }
                after = next;
            }
            await _follower.WaitAsync(noted, left);
        }
    }

    /// <summary>
    /// How many events of a tenant lie behind a position, at most 10,000, and how many ms ago the oldest was recorded,
    /// 0 when there is none. What is not known in time is null.
    /// </summary>
    public async Task<(long? Events, long? Ms)> LagAsync(TenantId tenant, Position position, DateTimeOffset until)
    {
        var (events, oldest) = (0L, default(DateTimeOffset?));
        for (var at = position; events < MaxCountedEvents;)
        {
            if (_time.GetUtcNow() >= until)
            {
                return (null, oldest is null ? null : Age());
            }
            var (some, isAll) = await NextAsync(at);
            foreach (var followed in some)
            {
                at = followed.Position;
                if (followed.Tenant == tenant && events < MaxCountedEvents)
                {
                    events++;
                    oldest ??= followed.RecordedAt;
                }
            }
            if (isAll)
            {
                break;
            }
        }
        return (events, Age());

        long Age() => oldest is { } then ? Math.Max(0, (long)(_time.GetUtcNow() - then).TotalMilliseconds) : 0;
    }

    private async Task<(ArraySegment<FollowedEvent> Events, bool IsAll)> NextAsync(Position after)
    {
        var (place, some, _) = _follower.After(after, MaxScannedAtOnce);
        return place == WindowPlace.Within && some.Length > 0
            ? (some, false)
            : await _history.AfterAsync(after, MaxScannedAtOnce);
    }

    private async Task<(EventPage Page, Position Next)> JournaledAsync(
        TenantId tenant, Position after, ReadEvents query)
    {
        var page = await _reader.ReadAsync(tenant, after, query);
        return (page, Position.TryParse(page.Next, out var next) ? next : after);
    }

    /// <summary>A page of what the follower holds; none when it cannot say.</summary>
    private (EventPage? Page, Position Next, bool IsBehind) Followed(Position after, WantedEvents wanted, int limit)
    {
        var events = new List<PublishedEvent>();
        for (var at = after; ;)
        {
            var (place, some, isAll) = _follower.After(at, MaxScannedAtOnce);
            if (place != WindowPlace.Within)
            {
                // What was found so far is a page; the window may have gone on while it was read.
                return at == after ? (null, at, place == WindowPlace.Behind) : (Page(atEnd: false), at, false);
            }
            foreach (var followed in some)
            {
                if (events.Count == limit)
                {
                    return (Page(atEnd: false), at, false);
                }
                at = followed.Position;
                if (wanted.Contains(followed))
                {
                    events.Add(followed.Event);
                }
            }
            if (isAll)
            {
                return (Page(atEnd: true), at, false);
            }

            EventPage Page(bool atEnd) => new(events.ToItems(), at.ToString(), atEnd);
        }
    }

    private DateTimeOffset Until(TimeSpan? wait)
    {
        var now = _time.GetUtcNow();
        var longest = now + (wait is not { } wanted ? TimeSpan.Zero : wanted < WaitLimit ? wanted : WaitLimit);
        return CallContext.Deadline is { } deadline && deadline < longest ? deadline : longest;
    }
}
