using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace SupplyChain.Journal.Postgres;

/// <summary>Keeps snapshots, many in one statement; each replaces an older one of its stream and schema.</summary>
internal sealed partial class SnapshotWriter : IAsyncDisposable
{
    private const int MaxSnapshotsPerBatch = 64;

    private const string Upsert = """
        INSERT INTO snapshots AS s (tenant, kind, id, state_schema, version, hash, data)
        SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::bigint[], $6::bytea[], $7::bytea[])
        ON CONFLICT (tenant, kind, id, state_schema)
            DO UPDATE SET version = excluded.version, hash = excluded.hash, data = excluded.data
            WHERE excluded.version > s.version
        """;

    private readonly Coalescer<(StreamId Stream, Snapshot Snapshot), bool> _writes;
    private readonly ILogger _logger;

    /// <summary>Begins to serve.</summary>
    public SnapshotWriter(NpgsqlDataSource source, ILogger logger)
    {
        _logger = logger;
        _writes = new(
            asked => source.ReadAsync((connection, stop) => WriteAsync(connection, asked, stop), default),
            MaxSnapshotsPerBatch, workers: 1);
    }

    /// <summary>Completes when the snapshot was written, or when it could not be.</summary>
    public async Task SaveAsync(StreamId stream, Snapshot snapshot, CancellationToken cancellationToken)
    {
        try
        {
            await _writes.AskAsync((stream, snapshot), cancellationToken);
        }
        catch (JournalUnavailableException failure) // a snapshot is never needed
        {
            LogNotSaved(failure, stream.ToString());
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _writes.DisposeAsync();

    private static async Task<IReadOnlyList<bool>> WriteAsync(
        NpgsqlConnection connection, IReadOnlyList<(StreamId Stream, Snapshot Snapshot)> asked,
        CancellationToken cancellationToken)
    {
        // In one order, so that two silos do not lock each other out; one row cannot be changed twice by a statement.
        var newest = asked
            .GroupBy(each => (each.Stream, each.Snapshot.StateSchema))
            .Select(same => same.MaxBy(each => each.Snapshot.Version))
            .OrderBy(each => each.Stream.ToString(), StringComparer.Ordinal)
            .ThenBy(each => each.Snapshot.StateSchema)
            .ToList();
        await using var command = new NpgsqlCommand(Upsert, connection)
            .With([.. newest.Select(each => each.Stream)])
            .With(NpgsqlDbType.Integer, newest.Select(each => each.Snapshot.StateSchema))
            .With(NpgsqlDbType.Bigint, newest.Select(each => each.Snapshot.Version))
            .With(NpgsqlDbType.Bytea, newest.Select(each => each.Snapshot.Hash))
            .With(NpgsqlDbType.Bytea, newest.Select(each => each.Snapshot.Data));
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new bool[asked.Count];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The snapshot of {Stream} was not saved")]
    private partial void LogNotSaved(Exception failure, string stream);
}
