using System.Runtime.CompilerServices;

namespace SupplyChain.Operations;

/// <summary>The feed of everything that happened, in commit order.</summary>
public sealed class EventsClient
{
    private const int PageSize = 500;
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);

    private readonly Calls _calls;

    internal EventsClient(Calls calls) => _calls = calls;

    /// <summary>Reads on and on, waiting for what comes; stop it with the token or by leaving the loop.</summary>
    /// <param name="after">Where to read on, as <see cref="ReadPageAsync"/> gave it; null from the beginning.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="MalformedCursorException"><paramref name="after"/> is not a place in the feed.</exception>
    public IAsyncEnumerable<PublishedEvent> ReadAsync(
        string? after = null, CancellationToken cancellationToken = default) =>
        ReadAsync([], after, cancellationToken);

    /// <summary>Reads events of some types on and on, waiting for what comes.</summary>
    /// <param name="types">
    /// Only these types, or those that begin with what stands before a <c>*</c> at the end; none for all.
    /// </param>
    /// <param name="after">Where to read on, as <see cref="ReadPageAsync"/> gave it; null from the beginning.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="MalformedCursorException"><paramref name="after"/> is not a place in the feed.</exception>
    /// <exception cref="UnknownEventTypeException">No event can have one of the types.</exception>
    public async IAsyncEnumerable<PublishedEvent> ReadAsync(
        Items<string> types, string? after = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var position = after; ;)
        {
            var page = await ReadPageAsync(new ReadEvents(position, PageSize, types), cancellationToken)
                ?? throw new MalformedCursorException($"'{position}' is not a place in the feed.");
            foreach (var @event in page.Events)
                yield return @event;
            // A silo of an earlier version never says that the end is reached: its empty page stays where it was.
            var isAtEnd = page.AtEnd || (page.Events.Count == 0 && page.Next == position);
            position = page.Next;
            if (isAtEnd)
                await Task.Delay(PollInterval, cancellationToken);
        }
    }

    /// <summary>
    /// A page of the feed; null when <c>after</c> is not a place in it. Read on at its <c>Next</c>, also when it is
    /// empty: only <see cref="EventPage.AtEnd"/> says that there is nothing more now.
    /// </summary>
    /// <exception cref="UnknownEventTypeException">No event can have one of the types.</exception>
    public Task<EventPage?> ReadPageAsync(ReadEvents query, CancellationToken cancellationToken = default) =>
        _calls.Ask("events.read", () => _calls.Queries<IOperationsGrain>().Events(query), cancellationToken);
}
