using System.Runtime.CompilerServices;

namespace SupplyChain.Operations;

/// <summary>The feed of everything that happened, in commit order.</summary>
public sealed class EventsClient
{
    private const int PageSize = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Calls _calls;

    internal EventsClient(Calls calls) => _calls = calls;

    /// <summary>Reads on and on, waiting for what comes; stop it with the token or by leaving the loop.</summary>
    /// <param name="after">Where to read on, as <see cref="ReadPageAsync"/> gave it; null from the beginning.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="MalformedCursorException"><paramref name="after"/> is not a place in the feed.</exception>
    public async IAsyncEnumerable<PublishedEvent> ReadAsync(
        string? after = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var position = after; ;)
        {
            var page = await ReadPageAsync(new ReadEvents(position, PageSize, []), cancellationToken)
                ?? throw new MalformedCursorException($"'{position}' is not a place in the feed.");
            foreach (var @event in page.Events)
                yield return @event;
            position = page.Next;
            if (page.Events.Count == 0)
                await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>A page of the feed; null when <c>after</c> is not a place in it.</summary>
    public Task<EventPage?> ReadPageAsync(ReadEvents query, CancellationToken cancellationToken = default) =>
        _calls.Ask("events.read", () => _calls.Queries<IOperationsGrain>().Events(query), cancellationToken);
}
