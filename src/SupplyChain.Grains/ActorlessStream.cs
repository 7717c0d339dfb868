using SupplyChain.Journal;

namespace SupplyChain;

/// <summary>
/// Decides on a stream without its actor, as verbs do while no node runs: it decides as the actor does and appends
/// under the same fence, so that it may run beside nodes of a cluster.
/// </summary>
/// <param name="journal">Where the stream is.</param>
/// <param name="level">Which events may be written.</param>
/// <param name="time">The clock.</param>
/// <param name="caller">Whom the history shows as the caller.</param>
internal sealed class ActorlessStream<TState, TEvent>(
    IJournal journal, IFeatureLevel level, TimeProvider time, string caller)
    where TState : class, IAggregate<TState, TEvent>
    where TEvent : class
{
    private const int MaxAttempts = 5;

    /// <summary>The state as it is now.</summary>
    public async Task<TState> ReadAsync(StreamId stream, CancellationToken cancellationToken) =>
        (await OpenAsync(stream, cancellationToken)).State;

    /// <summary>Decides, and stores what was decided.</summary>
    public async Task<TReply> ChangeAsync<TReply>(
        StreamId stream, Func<TState, DateTimeOffset, Decision<TEvent>> decide,
        Func<TState, Decision<TEvent>, TReply> reply, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (state, pen) = await OpenAsync(stream, cancellationToken);
            var now = JournalTime.Cut(time.GetUtcNow());
            var decision = decide(state, now);
            var events = new NewEvent[decision.Count];
            for (var i = 0; i < events.Length; i++)
            {
                state = TState.Evolve(state, decision[i], now);
                if (EventCodec.Encode(decision[i], level.Current) is not var (type, schema, data))
                    return reply(state, new Refused(Refusal.NeedsUpgrade, "Run 'supplychain upgrade' first."));
                events[i] = new(type, schema, data, now, null, 0);
            }
            try
            {
                if (events.Length > 0)
                    await pen.AppendAsync(events, new(caller, "", now, now + JournaledActor.AppendTimeout));
                return reply(state, decision);
            }
            catch (JournalConflictException) when (attempt < MaxAttempts)
            {
                // The actor of a node, or another verb, was first.
            }
        }
    }

    private async Task<(TState State, Pen Pen)> OpenAsync(StreamId stream, CancellationToken cancellationToken)
    {
        var opened = await journal.OpenAsync(stream, stateSchema: 0, cancellationToken);
        var state = opened.Events.Aggregate(TState.Initial, (state, row) => TState.Evolve(
            state, EventCodec.Decode<TEvent>(row.Type, row.Schema, row.Data), row.RecordedAt));
        return (state, opened.Pen);
    }
}
