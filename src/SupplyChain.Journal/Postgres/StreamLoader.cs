using Npgsql;
using NpgsqlTypes;

namespace SupplyChain.Journal.Postgres;

/// <summary>
/// Loads the streams of actors that wake up, and confirms heads, in batches: after a failover thousands of actors wake
/// up at once, and the database sees a few queries.
/// </summary>
internal sealed class StreamLoader : IAsyncDisposable
{
    private const int MaxStreamsAtOnce = 64;
    private const int MaxConcurrentLoads = 3;
    private const int MaxHeadsAtOnce = 500;

    // So many events of one stream come with the batch; a longer stream is read on, page by page.
    private const int MaxPageEvents = 500;

    private const string Snapshots = """
        SELECT w.place, s.version, s.data, s.hash
        FROM unnest($1::text[], $2::text[], $3::text[], $4::integer[]) WITH ORDINALITY
            AS w (tenant, kind, id, state_schema, place)
        JOIN snapshots s ON s.tenant = w.tenant AND s.kind = w.kind AND s.id = w.id AND s.state_schema = w.state_schema
        """;

    private const string Events = $"""
        SELECT e.*, w.place
        FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) WITH ORDINALITY
            AS w (tenant, kind, id, version, place)
        CROSS JOIN LATERAL (SELECT {JournalRows.Columns} FROM journal j
            WHERE j.tenant = w.tenant AND j.kind = w.kind AND j.id = w.id AND j.version >= w.version
            ORDER BY j.version LIMIT $5) e
        """;

    private const string Heads = """
        SELECT w.place, h.version
        FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS w (tenant, kind, id, place)
        CROSS JOIN LATERAL (SELECT j.version FROM journal j
            WHERE j.tenant = w.tenant AND j.kind = w.kind AND j.id = w.id ORDER BY j.version DESC LIMIT 1) h
        """;

    // The columns behind those of a row.
    private const int PlaceOfEvent = 17;

    private readonly Coalescer<(StreamId Stream, int StateSchema), LoadedStream> _loads;
    private readonly Coalescer<StreamId, long> _heads;

    /// <summary>Begins to serve.</summary>
    public StreamLoader(NpgsqlDataSource source)
    {
        _loads = new(
            asked => source.ReadAsync((connection, stop) => LoadAsync(connection, asked, stop), default),
            MaxStreamsAtOnce, MaxConcurrentLoads);
        _heads = new(
            asked => source.ReadAsync((connection, stop) => HeadsAsync(connection, asked, stop), default),
            MaxHeadsAtOnce, workers: 1);
    }

    /// <summary>The newest snapshot of a schema, and every event after it.</summary>
    public Task<LoadedStream> LoadAsync(StreamId stream, int stateSchema, CancellationToken cancellationToken) =>
        _loads.AskAsync((stream, stateSchema), cancellationToken);

    /// <summary>The newest version, 0 when there is none.</summary>
    public Task<long> HeadAsync(StreamId stream, CancellationToken cancellationToken) =>
        _heads.AskAsync(stream, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _loads.DisposeAsync();
        await _heads.DisposeAsync();
    }

    private static async Task<IReadOnlyList<LoadedStream>> LoadAsync(
        NpgsqlConnection connection, IReadOnlyList<(StreamId Stream, int StateSchema)> asked,
        CancellationToken cancellationToken)
    {
        var streams = asked.Select(each => each.Stream).ToList();
        var snapshots = await SnapshotsAsync(connection, asked, cancellationToken);
        var events = await EventsAsync(
            connection, streams, snapshots.Select(snapshot => snapshot?.Version ?? 1), cancellationToken);
        var loaded = new LoadedStream[asked.Count];
        for (var i = 0; i < loaded.Length; i++)
        {
            await ReadOnAsync(connection, streams[i], events[i], cancellationToken);
            loaded[i] = new(snapshots[i], events[i]);
            // The row of the snapshot's version must be the one it was taken after; else start from the beginning.
            if (snapshots[i] is { } snapshot)
            {
                loaded[i] = events[i].Count > 0 && events[i][0].Hash.AsSpan().SequenceEqual(snapshot.Hash)
                    ? new(snapshot, events[i][1..])
                    : new(null, await WholeAsync(connection, streams[i], cancellationToken));
            }
        }
        return loaded;
    }

    private static async Task<Snapshot?[]> SnapshotsAsync(
        NpgsqlConnection connection, IReadOnlyList<(StreamId Stream, int StateSchema)> asked,
        CancellationToken cancellationToken)
    {
        var snapshots = new Snapshot?[asked.Count];
        await using var command = new NpgsqlCommand(Snapshots, connection)
            .With([.. asked.Select(each => each.Stream)])
            .With(NpgsqlDbType.Integer, asked.Select(each => each.StateSchema));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var place = (int)reader.GetInt64(0) - 1;
            snapshots[place] = SnapshotOf(reader, asked[place].StateSchema);
        }
        return snapshots;
    }

    /// <summary>The row that was read is in memory whole: no column waits for the server.</summary>
    private static Snapshot SnapshotOf(NpgsqlDataReader row, int stateSchema) =>
        new(stateSchema, row.GetInt64(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3));

    private static async Task<List<JournaledEvent>[]> EventsAsync(
        NpgsqlConnection connection, IReadOnlyList<StreamId> streams, IEnumerable<long> from,
        CancellationToken cancellationToken)
    {
        var events = streams.Select(_ => new List<JournaledEvent>()).ToArray();
        await using var command = new NpgsqlCommand(Events, connection)
            .With(streams).With(NpgsqlDbType.Bigint, from).With(MaxPageEvents);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            events[reader.GetInt64(PlaceOfEvent) - 1].Add(JournalRows.Read(reader));
        }
        return events;
    }

    private static async Task<List<JournaledEvent>> WholeAsync(
        NpgsqlConnection connection, StreamId stream, CancellationToken cancellationToken)
    {
        var events = await EventsAsync(connection, [stream], [1], cancellationToken);
        await ReadOnAsync(connection, stream, events[0], cancellationToken);
        return events[0];
    }

    private static async Task ReadOnAsync(
        NpgsqlConnection connection, StreamId stream, List<JournaledEvent> events, CancellationToken cancellationToken)
    {
        for (var full = events.Count == MaxPageEvents; full;)
        {
            var more = await EventsAsync(connection, [stream], [events[^1].Version + 1], cancellationToken);
            events.AddRange(more[0]);
            full = more[0].Count == MaxPageEvents;
        }
    }

    private static async Task<IReadOnlyList<long>> HeadsAsync(
        NpgsqlConnection connection, IReadOnlyList<StreamId> streams, CancellationToken cancellationToken)
    {
        var heads = new long[streams.Count];
        await using var command = new NpgsqlCommand(Heads, connection).With(streams);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            heads[reader.GetInt64(0) - 1] = reader.GetInt64(1);
        }
        return heads;
    }
}
