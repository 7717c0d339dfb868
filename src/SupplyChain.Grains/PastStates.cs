using SupplyChain.Journal;

namespace SupplyChain;

/// <summary>Folds a stream as far as it had come then.</summary>
public sealed class PastStates(IJournal journal)
{
    private const int MaxPageEvents = 1_000;

    /// <summary>When a version of a stream was recorded.</summary>
    public async Task<AsOf> WhenAsync(StreamId stream, long version) =>
        AsOf.At((await journal.ReadStreamAsync(stream, version, version))[0].RecordedAt);

    /// <summary>The state; null when there was nothing yet, or when there is no such version.</summary>
    public async Task<TState?> ReadAsync<TState, TEvent>(StreamId stream, AsOf then)
        where TState : class, IAggregate<TState, TEvent>
        where TEvent : class
    {
        var (state, version, isOver) = (TState.Initial, 0L, false);
        while (!isOver)
        {
            var rows = await journal.ReadStreamAsync(
                stream, version + 1, then.Version ?? long.MaxValue, limit: MaxPageEvents);
            isOver = rows.Count < MaxPageEvents;
            foreach (var row in rows)
            {
                if (!then.Includes(row.Version, row.RecordedAt))
                {
                    isOver = true;
                    break;
                }
                state = TState.Evolve(state, EventCodec.Decode<TEvent>(row.Type, row.Schema, row.Data), row.RecordedAt);
                version = row.Version;
            }
        }
        return version == 0 || version < then.Version ? null : state;
    }
}
