using SupplyChain.Journal;

namespace SupplyChain.Events;

/// <summary>
/// Stretches of the journal for readers of events far behind its end. Many of them follow one another through the same
/// events, so a stretch that one has read is kept for the others: what is behind the end never changes.
/// </summary>
/// <remarks>
/// One stretch is read at a time: those who follow the events never take the connections of those who keep the lists.
/// </remarks>
public sealed class EventHistory(IJournal journal) : IDisposable
{
    private const int MaxStretchEvents = 1_000;
    private const int MaxStretches = 16;

    private readonly SemaphoreSlim _oneReads = new(1);
    private readonly Lock _lock = new();

    /// <summary>The latest used is the last.</summary>
    private readonly List<Stretch> _stretches = [];

    /// <inheritdoc/>
    public void Dispose() => _oneReads.Dispose();

    /// <summary>Events of all tenants after a position, and whether these are all that there are.</summary>
    /// <param name="after">They follow it without a gap.</param>
    /// <param name="wanted">How many are looked for; there may be more or fewer.</param>
    internal async Task<(ArraySegment<FollowedEvent> Events, bool IsAll)> AfterAsync(Position after, int wanted)
    {
        if (Known(after) is { } known)
            return (known, false);
        await _oneReads.WaitAsync();
        try
        {
            if (Known(after) is { } meanwhile)
                return (meanwhile, false);
            var size = wanted > MaxStretchEvents / 2 ? Math.Max(wanted, MaxStretchEvents) : wanted;
            var rows = await journal.ReadTailAsync(after, size);
            var events = rows.Select(row => new FollowedEvent(row)).ToArray();
            if (events.Length == size && size >= MaxStretchEvents)
                Keep(new(after, events));
            return (events, events.Length < size);
        }
        finally
        {
            _oneReads.Release();
        }
    }

    /// <summary>Holds nothing any more.</summary>
    internal void Clear()
    {
        lock (_lock)
            _stretches.Clear();
    }

    private ArraySegment<FollowedEvent>? Known(Position after)
    {
        lock (_lock)
        {
            var at = _stretches.FindLastIndex(stretch => stretch.Start <= after && after < stretch.End);
            if (at < 0)
                return null;
            var found = _stretches[at];
            _stretches.RemoveAt(at);
            _stretches.Add(found);
            return found.After(after);
        }
    }

    private void Keep(Stretch read)
    {
        lock (_lock)
        {
            if (_stretches.Count == MaxStretches)
                _stretches.RemoveAt(0);
            _stretches.Add(read);
        }
    }

    private sealed record Stretch(Position Start, FollowedEvent[] Events)
    {
        public Position End => Events[^1].Position;

        public ArraySegment<FollowedEvent> After(Position position)
        {
            var from = FollowedEvent.IndexAfter(position, Events.Length, index => Events[index]);
            return new(Events, from, Events.Length - from);
        }
    }
}
