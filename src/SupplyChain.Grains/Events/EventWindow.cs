using SupplyChain.Journal;

namespace SupplyChain.Events;

/// <summary>Whether a window can say what comes after a position.</summary>
internal enum WindowPlace
{
    /// <summary>It is closed, or the position lies before it: the journal knows.</summary>
    Before,

    /// <summary>It holds every event after the position that it has seen.</summary>
    Within,

    /// <summary>The position lies behind what it has seen: it has still to get there.</summary>
    Behind,
}

/// <summary>
/// The newest events of the journal in memory, without a gap: every event after its start and up to its end. What is
/// too much leaves at its start. Any number of threads may read it, one writes it.
/// </summary>
internal sealed class EventWindow(int maxEvents = EventWindow.MaxEvents, long maxBytes = EventWindow.MaxBytes)
{
    /// <summary>The most events that are kept.</summary>
    public const int MaxEvents = 10_000;

    /// <summary>The most memory that they take, about.</summary>
    public const long MaxBytes = 32 << 20;

    private readonly Lock _lock = new();
    private readonly FollowedEvent[] _ring = new FollowedEvent[maxEvents];
    private int _first;
    private int _count;
    private long _bytes;
    private bool _open;
    private Position _start;
    private Position _end;

    /// <summary>The position of the newest event that it has seen.</summary>
    public Position End
    {
        get
        {
            lock (_lock)
            {
                return _end;
            }
        }
    }

    /// <summary>Begins anew, empty, behind a position.</summary>
    public void Open(Position at)
    {
        lock (_lock)
        {
            Empty();
            (_start, _end, _open) = (at, at, true);
        }
    }

    /// <summary>Ends: it says nothing any more and holds nothing.</summary>
    public void Close()
    {
        lock (_lock)
        {
            Empty();
            _open = false;
        }
    }

    /// <summary>Takes in the events that follow its end in the journal, in their order.</summary>
    public void Add(IEnumerable<FollowedEvent> events)
    {
        lock (_lock)
        {
            foreach (var followed in events)
            {
                while (_count > 0 && (_count == _ring.Length || _bytes + followed.Bytes > maxBytes))
                {
                    Drop();
                }
                _ring[(_first + _count++) % _ring.Length] = followed;
                _bytes += followed.Bytes;
                _end = followed.Position;
            }
        }
    }

    /// <summary>The events after a position, at most so many, and whether these are all that it has seen.</summary>
    public (WindowPlace Place, FollowedEvent[] Events, bool IsAll) After(Position after, int most)
    {
        lock (_lock)
        {
            if (!_open || after < _start)
            {
                return (WindowPlace.Before, [], false);
            }
            if (after > _end)
            {
                return (WindowPlace.Behind, [], false);
            }
            var from = FollowedEvent.IndexAfter(after, _count, At);
            var events = new FollowedEvent[Math.Min(most, _count - from)];
            for (var i = 0; i < events.Length; i++)
            {
                events[i] = At(from + i);
            }
            return (WindowPlace.Within, events, from + events.Length == _count);
        }
    }

    private FollowedEvent At(int index) => _ring[(_first + index) % _ring.Length];

    private void Drop()
    {
        var oldest = _ring[_first];
        _ring[_first] = null!;
        _first = (_first + 1) % _ring.Length;
        _count--;
        _bytes -= oldest.Bytes;
        _start = oldest.Position;
    }

    private void Empty()
    {
        Array.Clear(_ring);
        (_first, _count, _bytes) = (0, 0, 0);
    }
}
