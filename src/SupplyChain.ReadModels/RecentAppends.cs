using System.Collections.Concurrent;
using SupplyChain.Journal;

namespace SupplyChain;

/// <summary>
/// What the actors of this node appended last, as the objects that they decided and became, so that the projection of
/// the same node need not decode the journal's rows and fold them a second time.
/// </summary>
/// <remarks>
/// A row is one of these when the hash behind its append is: the chain makes that a proof of all events up to it. What
/// is not here (after a start, of other nodes, once too much waits, and all of a rebuild) is decoded and folded, and so
/// is everything that is verified.
/// </remarks>
public sealed class RecentAppends
{
    private const int MaxAppends = 20_000;

    private readonly ConcurrentDictionary<(StreamId Stream, long First), RecentAppend> _appends = new();
    private int _count;

    /// <summary>Whether this node has the projection that takes them.</summary>
    public bool AreWanted
    {
        get;
        internal set
        {
            field = value;
            if (!value)
                Clear();
        }
    }

    /// <summary>Keeps an append until the projection takes it.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="first">The version of its first event.</param>
    /// <param name="append">What was decided.</param>
    public void Keep(StreamId stream, long first, RecentAppend append)
    {
        // Those that were never written stay; and what the projection cannot keep up with it decodes.
        if (Interlocked.Increment(ref _count) > MaxAppends)
            Clear();
        _appends[(stream, first)] = append;
    }

    /// <summary>The append that wrote the rows of a stream from an index on; null when that is not known.</summary>
    internal RecentAppend? Take(IReadOnlyList<JournaledEvent> rows, int index)
    {
        if (!_appends.TryRemove((rows[index].Stream, rows[index].Version), out var append))
            return null;
        Interlocked.Decrement(ref _count);
        var last = index + append.Events.Length - 1;
        return last < rows.Count && append.Hash.Span.SequenceEqual(rows[last].Hash) ? append : null;
    }

    /// <summary>Forgets all.</summary>
    internal void Clear()
    {
        _appends.Clear();
        Interlocked.Exchange(ref _count, 0);
    }
}

/// <summary>An append as its actor knows it.</summary>
/// <param name="before">The state that it was decided on.</param>
/// <param name="count">How many events it has.</param>
public sealed class RecentAppend(object before, int count)
{
    /// <summary>The state that it was decided on.</summary>
    public object Before => before;

    /// <summary>What was decided.</summary>
    public object[] Events { get; } = new object[count];

    /// <summary>The state after each event.</summary>
    public object[] States { get; } = new object[count];

    /// <summary>The chain's hash behind the last event.</summary>
    public ReadOnlyMemory<byte> Hash { get; set; }
}
