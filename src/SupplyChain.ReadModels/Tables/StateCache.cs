using SupplyChain.Journal;

namespace SupplyChain.Tables;

/// <summary>The states of the streams that were touched last, each at a version. Not thread-safe.</summary>
internal sealed class StateCache<TState>(int capacity)
{
    private readonly record struct Entry(StreamId Stream, long Version, TState State);

    private readonly Dictionary<StreamId, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = [];

    /// <summary>
    /// The state of a stream if it is known at exactly that version; it is then the one used last.
    /// </summary>
    public bool TryGet(StreamId stream, long version, out TState state)
    {
        if (_entries.TryGetValue(stream, out var node) && node.Value.Version == version)
        {
            _byUse.Remove(node);
            _byUse.AddLast(node);
            state = node.Value.State;
            return true;
        }
        state = default!;
        return false;
    }

    /// <summary>Remembers a state; forgets the one that was not used for longest when there are too many.</summary>
    public void Set(StreamId stream, long version, TState state)
    {
        Remove(stream);
        _entries[stream] = _byUse.AddLast(new Entry(stream, version, state));
        if (_entries.Count > capacity)
        {
            Remove(_byUse.First!.Value.Stream);
        }
    }

    /// <summary>Forgets one.</summary>
    public void Remove(StreamId stream)
    {
        if (_entries.Remove(stream, out var node))
        {
            _byUse.Remove(node);
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _entries.Clear();
        _byUse.Clear();
    }
}
