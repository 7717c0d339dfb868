using System.Text.Json;
using SupplyChain.Journal;

namespace SupplyChain.Tables;

/// <summary>Reads the state of a stream at a version from the journal.</summary>
internal static class StreamStates
{
    // A shorter beginning is read as it is; behind it, the newest snapshot may save most of the reading.
    private const long MinEventsBeforeSnapshotRead = 200;

    /// <summary>The state right after an event.</summary>
    public static async Task<TState> ReadAsync<TState, TEvent>(
        IJournal journal, StreamId stream, long version, CancellationToken cancellationToken)
        where TState : class, IAggregate<TState, TEvent>
        where TEvent : class
    {
        var (state, known) = version > MinEventsBeforeSnapshotRead
            ? await FromSnapshotAsync<TState, TEvent>(journal, stream, version, cancellationToken)
            : (TState.Initial, 0);
        var rows = await journal.ReadStreamAsync(stream, known + 1, version, cancellationToken: cancellationToken);
        if (known + rows.Count != version)
        {
            throw new InvalidDataException($"{stream} has {known + rows.Count} events before version {version + 1}.");
        }
        return rows.Aggregate(state, (before, row) =>
            TState.Evolve(before, EventCodec.Decode<TEvent>(row.Type, row.Schema, row.Data), row.RecordedAt));
    }

    /// <summary>A snapshot that is not newer than the wanted version.</summary>
    private static async Task<(TState State, long Version)> FromSnapshotAsync<TState, TEvent>(
        IJournal journal, StreamId stream, long version, CancellationToken cancellationToken)
        where TState : class, IAggregate<TState, TEvent>
        where TEvent : class
    {
        var opened = await journal.OpenAsync(stream, TState.StateSchema, cancellationToken);
        return opened.Snapshot is { } snapshot && snapshot.Version <= version
            ? (JsonSerializer.Deserialize<TState>(snapshot.Data, EventCodec.Json)!, snapshot.Version)
            : (TState.Initial, 0);
    }
}
