using SupplyChain.Journal;

namespace SupplyChain.Tables;

/// <summary>
/// A batch's events of one stream, in order. Those that actors of this node appended come with the states around them.
/// </summary>
internal sealed class StreamNews
{
    private readonly object?[] _events;
    private readonly object?[] _states;

    /// <summary>Takes what is known of the rows; null: nothing is.</summary>
    public StreamNews(IReadOnlyList<JournaledEvent> rows, RecentAppends? recent = null)
    {
        (Rows, _events, _states) = (rows, new object?[rows.Count], new object?[rows.Count]);
        for (var at = 0; recent is not null && at < rows.Count;)
        {
            if (recent.Take(rows, at) is not { } append)
            {
                at++;
                continue;
            }
            append.Events.CopyTo(_events, at);
            append.States.CopyTo(_states, at);
            StateBefore ??= at == 0 ? append.Before : null;
            at += append.Events.Length;
        }
    }

    /// <summary>The stream.</summary>
    public StreamId Stream => Rows[0].Stream;

    /// <summary>The events as the journal has them.</summary>
    public IReadOnlyList<JournaledEvent> Rows { get; }

    /// <summary>The version before the first of them.</summary>
    public long VersionBefore => Rows[0].Version - 1;

    /// <summary>The state before the first of them; null when it is not known.</summary>
    public object? StateBefore { get; }

    /// <summary>An event, decoded when it is not known.</summary>
    public TEvent Event<TEvent>(int index)
        where TEvent : class
    {
        var row = Rows[index];
        return (TEvent)(_events[index] ??= EventCodec.Decode<TEvent>(row.Type, row.Schema, row.Data));
    }

    /// <summary>The state after an event, folded when it is not known.</summary>
    public TState StateAfter<TState, TEvent>(int index, TState before)
        where TState : class, IAggregate<TState, TEvent>
        where TEvent : class =>
        (TState?)_states[index] ?? TState.Evolve(before, Event<TEvent>(index), Rows[index].RecordedAt);
}
