using System.Collections.Concurrent;
using System.Diagnostics;
using SupplyChain.Journal;

namespace SupplyChain.Tables;

/// <summary>
/// Folds the domain's own state of each stream and derives its rows from the state at the end of a batch, once per
/// stream. Rows that come from single events (a ledger, when an exception began) are noted on the way.
/// </summary>
internal abstract class StreamProjection<TState, TEvent, TRows>(IJournal journal, int cachedStates) : IStreamProjection
    where TState : class, IAggregate<TState, TEvent>
    where TEvent : class
{
    private readonly StateCache<TState> _states = new(cachedStates);
    private readonly ConcurrentDictionary<StreamId, TState> _read = new();
    private readonly List<(StreamId Stream, TRows Before, TRows After)> _touched = [];
    private readonly List<Action> _notes = [];

    /// <inheritdoc/>
    public string Kind => TState.Kind;

    /// <inheritdoc/>
    public Task ReadAsync(StreamNews news, CancellationToken cancellationToken)
    {
        var (stream, version) = (news.Stream, news.VersionBefore);
        if (version == 0 || _states.TryGet(stream, version, out _))
        {
            return Task.CompletedTask;
        }
        if (news.StateBefore is TState known)
        {
            _read[stream] = known;
            return Task.CompletedTask;
        }
        return ReadFromJournalAsync(stream, version, cancellationToken);
    }

    /// <inheritdoc/>
    public void Fold(StreamNews news)
    {
        var stream = news.Stream;
        var before = Before(stream, news.VersionBefore);
        var notes = new List<Action>();
        var state = before;
        for (var i = 0; i < news.Rows.Count; i++)
        {
            var next = news.StateAfter<TState, TEvent>(i, state);
            Note(new(news.Rows[i], news.Event<TEvent>(i), state, next), notes);
            state = next;
        }
        var after = Derive(stream, state);
        _states.Set(stream, news.Rows[^1].Version, state);
        _touched.Add((stream, Derive(stream, before), after));
        _notes.AddRange(notes);
    }

    /// <inheritdoc/>
    public void Write()
    {
        foreach (var (stream, before, after) in _touched)
        {
            Write(stream, before, after);
        }
        WriteTogether(_touched);
        foreach (var write in _notes)
        {
            write();
        }
        _touched.Clear();
        _notes.Clear();
    }

    /// <inheritdoc/>
    public void Forget()
    {
        _touched.Clear();
        _notes.Clear();
        _states.Clear();
        _read.Clear();
    }

    /// <summary>
    /// The rows of a state: a pure function, so that it is known what is there before a change. They are not kept: a
    /// stream is seldom in two batches, and what is kept for long is what garbage collections have to follow.
    /// </summary>
    protected abstract TRows Derive(StreamId stream, TState state);

    /// <summary>Writes what differs.</summary>
    protected abstract void Write(StreamId stream, TRows before, TRows after);

    /// <summary>Writes what follows from all streams of the batch together.</summary>
    protected virtual void WriteTogether(IReadOnlyList<(StreamId Stream, TRows Before, TRows After)> touched)
    {
    }

    /// <summary>Adds what has to be written because of this one event.</summary>
    protected virtual void Note(in Change change, List<Action> notes)
    {
    }

    private TState Before(StreamId stream, long version) =>
        _states.TryGet(stream, version, out var known) || _read.Remove(stream, out known) ? known
        : version == 0 ? TState.Initial
        : throw new UnreachableException($"{stream} was not read.");

    private async Task ReadFromJournalAsync(StreamId stream, long version, CancellationToken cancellationToken) =>
        _read[stream] = await StreamStates.ReadAsync<TState, TEvent>(journal, stream, version, cancellationToken);

    /// <summary>One event and the states around it.</summary>
    protected readonly record struct Change(JournaledEvent Row, TEvent Event, TState Before, TState After);
}
