using System.Runtime.CompilerServices;
using SupplyChain.Events;

namespace SupplyChain.Operations;

/// <summary>The feed of everything that happened, in commit order.</summary>
public sealed class EventsClient
{
    private const int PageSize = 500;

    /// <summary>How long a silo waits for news before it answers that there is none.</summary>
    private static readonly TimeSpan NewsTimeout = TimeSpan.FromMilliseconds(1_500);

    /// <summary>Between pages at the end of the feed: what comes meanwhile comes together.</summary>
    private static readonly TimeSpan PageInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Between pages of a silo of release 0.1, which does not wait.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan MinBackoff = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MaxBackoff = TimeSpan.FromSeconds(5);

    private readonly Calls _calls;

    internal EventsClient(Calls calls)
    {
        _calls = calls;
        Consumers = new(calls, this);
    }

    /// <summary>Readers whose positions the cluster keeps.</summary>
    public ConsumersClient Consumers { get; }

    /// <summary>Reads on and on, waiting for what comes; stop it with the token or by leaving the loop.</summary>
    /// <remarks>
    /// No event is left out and none comes twice. While the cluster does not answer it goes on asking, and then reads
    /// on where it was. To go on after a restart of the program, keep <see cref="PublishedEvent.Position"/> of the last
    /// event that was dealt with.
    /// </remarks>
    /// <param name="after">Where to read on, as <see cref="ReadPageAsync"/> gave it; null from the beginning.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="MalformedCursorException"><paramref name="after"/> is not a place in the feed.</exception>
    public IAsyncEnumerable<PublishedEvent> ReadAsync(
        string? after = null, CancellationToken cancellationToken = default) =>
        ReadAsync(new EventQuery(), after, cancellationToken);

    /// <summary>Reads events of some types on and on, waiting for what comes.</summary>
    /// <inheritdoc cref="ReadAsync(string?, CancellationToken)" path="/remarks"/>
    /// <param name="types">
    /// Only these types, or those that begin with what stands before a <c>*</c> at the end; none for all.
    /// </param>
    /// <param name="after">Where to read on, as <see cref="ReadPageAsync"/> gave it; null from the beginning.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="MalformedCursorException"><paramref name="after"/> is not a place in the feed.</exception>
    /// <exception cref="UnknownEventTypeException">No event can have one of the types.</exception>
    public IAsyncEnumerable<PublishedEvent> ReadAsync(
        Items<string> types, string? after = null, CancellationToken cancellationToken = default) =>
        ReadAsync(new EventQuery(types), after, cancellationToken);

    /// <summary>Reads events of some types and subjects on and on, waiting for what comes.</summary>
    /// <inheritdoc cref="ReadAsync(string?, CancellationToken)" path="/remarks"/>
    /// <param name="query">Which events are wanted.</param>
    /// <param name="after">Where to read on, as <see cref="ReadPageAsync"/> gave it; null from the beginning.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">No subject can be as the query says.</exception>
    /// <exception cref="MalformedCursorException"><paramref name="after"/> is not a place in the feed.</exception>
    /// <exception cref="UnknownEventTypeException">No event can have one of the types.</exception>
    public async IAsyncEnumerable<PublishedEvent> ReadAsync(
        EventQuery query, string? after = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var page in ReadPagesAsync(query, after, cancellationToken))
        {
            foreach (var @event in page.Events)
                yield return @event;
        }
    }

    /// <summary>
    /// Reads on and on, page by page: for those who deal with several events at once, and then keep the page's
    /// <see cref="EventPage.Next"/>. At the end of the feed an empty page comes about every two seconds.
    /// </summary>
    /// <inheritdoc cref="ReadAsync(string?, CancellationToken)" path="/remarks"/>
    /// <param name="query">Which events are wanted.</param>
    /// <param name="after">Where to read on, as <see cref="ReadPageAsync"/> gave it; null from the beginning.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">No subject can be as the query says.</exception>
    /// <exception cref="MalformedCursorException"><paramref name="after"/> is not a place in the feed.</exception>
    /// <exception cref="UnknownEventTypeException">No event can have one of the types.</exception>
    public async IAsyncEnumerable<EventPage> ReadPagesAsync(
        EventQuery query, string? after = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var position = after; ;)
        {
            var asked = _calls.Time.GetTimestamp();
            var page = await NextAsync(
                new(position, PageSize, query.Types, query.Subject, NewsTimeout), cancellationToken);
            // A silo of an earlier version never says that the end is reached: its empty page stays where it was.
            var isAtEnd = page.AtEnd || (page.Events.Count == 0 && page.Next == position);
            position = page.Next;
            yield return Wanted(page, query.Subject);
            if (!isAtEnd)
                continue;
            var pause = page.Events.Count > 0 ? PageInterval : PollInterval - _calls.Time.GetElapsedTime(asked);
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, _calls.Time, cancellationToken);
        }
    }

    /// <summary>
    /// A page of the feed; null when <c>after</c> is not a place in it. Read on at its <c>Next</c>, also when it is
    /// empty: only <see cref="EventPage.AtEnd"/> says that there is nothing more now.
    /// </summary>
    /// <exception cref="ArgumentException">No subject can be as the query says.</exception>
    /// <exception cref="UnknownEventTypeException">No event can have one of the types.</exception>
    public Task<EventPage?> ReadPageAsync(ReadEvents query, CancellationToken cancellationToken = default)
    {
        if (SubjectPattern.Fault(query.Subject) is { } fault)
            throw new ArgumentException(fault, nameof(query));
        // What waits is no slow call: it stands beside the window of calls that are under way.
        return _calls.Call(
            "events.read", null, () => _calls.Queries<IOperationsGrain>().Events(query),
            _calls.Options.Deadline + (query.Wait is { } wait ? wait + PollInterval : TimeSpan.Zero),
            cancellationToken);
    }

    /// <summary>Silos of release 0.1 do not look at the subject.</summary>
    private static EventPage Wanted(EventPage page, string? subject) =>
        page.Events.All(@event => SubjectPattern.Fits(subject, @event.Subject))
            ? page
            : page with { Events = page.Events.Where(one => SubjectPattern.Fits(subject, one.Subject)).ToItems() };

    /// <summary>The next page, whenever the cluster answers.</summary>
    private async Task<EventPage> NextAsync(ReadEvents query, CancellationToken cancellationToken)
    {
        for (var backoff = new Backoff(MinBackoff, MaxBackoff, _calls.Time); ;)
        {
            try
            {
                return await ReadPageAsync(query, cancellationToken)
                    ?? throw new MalformedCursorException($"'{query.After}' is not a place in the feed.");
            }
            catch (Exception passing) when (passing is UnavailableException or BusyException)
            {
                await backoff.WaitAsync(cancellationToken);
            }
        }
    }
}
