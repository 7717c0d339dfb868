using Npgsql;
using NpgsqlTypes;

namespace SupplyChain.Journal.Postgres;

/// <summary>The writing connection with its prepared statement. Used by one loop.</summary>
internal sealed class PostgresWriter : IAsyncDisposable
{
    // One statement that commits on its own: no transaction is ever held open by a client that may be paused. Without
    // ON CONFLICT, or a loser's next version would slip in behind the winner's.
    private const string Insert = """
        WITH written AS (
            INSERT INTO journal (tenant, kind, id, version, type, schema, occurred_at, recorded_at, actor, correlation,
                cause, work, hash, data, epoch, xid, n)
            SELECT r.tenant, r.kind, r.id, r.version, r.type, r.schema, r.occurred_at, r.recorded_at, r.actor,
                r.correlation, r.cause, r.work, r.hash, r.data,
                (SELECT epoch FROM journal_server), pg_current_xact_id(), r.n
            FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::integer[],
                $7::timestamptz[], $8::timestamptz[], $9::text[], $10::text[], $11::text[], $12::integer[],
                $13::bytea[], $14::bytea[]) WITH ORDINALITY
                AS r (tenant, kind, id, version, type, schema, occurred_at, recorded_at, actor, correlation, cause,
                    work, hash, data, n)
        )
        SELECT clock_timestamp(), (SELECT epoch FROM journal_server), pg_current_xact_id()
        """;

    private const string Beat = "UPDATE heartbeat SET at = clock_timestamp() RETURNING at";

    private const string Heads = """
        SELECT s.tenant, s.kind, s.id, h.version
        FROM unnest($1::text[], $2::text[], $3::text[]) AS s (tenant, kind, id)
        CROSS JOIN LATERAL (SELECT j.version FROM journal j
            WHERE j.tenant = s.tenant AND j.kind = s.kind AND j.id = s.id ORDER BY j.version DESC LIMIT 1) h
        """;

    private const string Causes = """
        SELECT j.tenant, j.kind, j.id, j.cause
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS s (tenant, kind, id, cause)
        JOIN journal j ON j.tenant = s.tenant AND j.kind = s.kind AND j.id = s.id AND j.cause = s.cause
        """;

    private static readonly NpgsqlDbType[] Types =
    [
        NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Bigint, NpgsqlDbType.Text,
        NpgsqlDbType.Integer, NpgsqlDbType.TimestampTz, NpgsqlDbType.TimestampTz, NpgsqlDbType.Text, NpgsqlDbType.Text,
        NpgsqlDbType.Text, NpgsqlDbType.Integer, NpgsqlDbType.Bytea, NpgsqlDbType.Bytea,
    ];

    private readonly NpgsqlConnection _connection;
    private readonly OwnRows _own;
    private readonly NpgsqlCommand _insert;

    /// <summary>Uses a connection, which it then owns.</summary>
    internal PostgresWriter(NpgsqlConnection connection, OwnRows own)
    {
        (_connection, _own) = (connection, own);
        _insert = new(Insert, connection);
        foreach (var type in Types)
        {
            _insert.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | type });
        }
    }

    /// <summary>
    /// Connects and gets ready; a server that has started over is noticed before anything is written.
    /// </summary>
    public static async Task<PostgresWriter> OpenAsync(PostgresDatabase database, OwnRows own)
    {
        var writer = new PostgresWriter(await database.Writer.OpenConnectionAsync(), own);
        try
        {
            await Epochs.RaiseIfStartedOverAsync(writer._connection);
            await writer._insert.PrepareAsync();
            writer._insert.CommandTimeout = 0; // see PostgresBatchStore
            return writer;
        }
        catch
        {
            await writer.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Inserts all rows or none, in the same order for every writer, so that two writers wait for each other instead of
    /// locking each other out.
    /// </summary>
    /// <returns>The database's time, somewhere between the call and the answer.</returns>
    public async Task<DateTimeOffset> InsertAsync(IReadOnlyList<JournaledEvent> rows)
    {
        var sorted = rows.ToArray();
        Array.Sort(sorted, InKeyOrder);
        var parameters = _insert.Parameters;
        parameters[0].Value = Array.ConvertAll(sorted, row => row.Stream.Tenant.Value);
        parameters[1].Value = Array.ConvertAll(sorted, row => row.Stream.Kind);
        parameters[2].Value = Array.ConvertAll(sorted, row => row.Stream.Id);
        parameters[3].Value = Array.ConvertAll(sorted, row => row.Version);
        parameters[4].Value = Array.ConvertAll(sorted, row => row.Type);
        parameters[5].Value = Array.ConvertAll(sorted, row => row.Schema);
        parameters[6].Value = Array.ConvertAll(sorted, row => row.OccurredAt?.UtcDateTime);
        parameters[7].Value = Array.ConvertAll(sorted, row => row.RecordedAt.UtcDateTime);
        parameters[8].Value = Array.ConvertAll(sorted, row => row.Actor);
        parameters[9].Value = Array.ConvertAll(sorted, row => row.Correlation);
        parameters[10].Value = Array.ConvertAll(sorted, row => row.Cause);
        parameters[11].Value = Array.ConvertAll(sorted, row => row.Work);
        parameters[12].Value = Array.ConvertAll(sorted, row => row.Hash);
        parameters[13].Value = Array.ConvertAll(sorted, row => row.Data);
        await using var written = await _insert.ExecuteReaderAsync();
        await written.ReadAsync();
        var (time, epoch, transaction) = ReadWritten(written);
        await written.CloseAsync(); // throws what the commit threw
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = sorted[i] with
            {
                OccurredAt = sorted[i].OccurredAt?.ToUniversalTime(),
                RecordedAt = sorted[i].RecordedAt.ToUniversalTime(),
                Position = new(epoch, transaction, i + 1),
            };
        }
        _own.Add(sorted);
        return time;
    }

    /// <summary>Writes what is no event.</summary>
    /// <returns>The database's time, somewhere between the call and the answer.</returns>
    public async Task<DateTimeOffset> BeatAsync()
    {
        await using var beat = new NpgsqlCommand(Beat, _connection) { CommandTimeout = 0 };
        return new((DateTime)(await beat.ExecuteScalarAsync())!);
    }

    /// <summary>The newest version of each stream that has one.</summary>
    public async Task<Dictionary<StreamId, long>> ReadHeadsAsync(IReadOnlyCollection<StreamId> streams)
    {
        await using var command = new NpgsqlCommand(Heads, _connection).With(streams);
        var heads = await command.AllAsync(row => (Stream: ReadStream(row), Version: row.GetInt64(3)));
        return heads.ToDictionary(head => head.Stream, head => head.Version);
    }

    /// <summary>Which of the causes their streams hold.</summary>
    public async Task<HashSet<(StreamId Stream, string Cause)>> ReadTakenCausesAsync(
        IReadOnlyCollection<(StreamId Stream, string Cause)> causes)
    {
        await using var command = new NpgsqlCommand(Causes, _connection)
            .With([.. causes.Select(pair => pair.Stream)])
            .With(NpgsqlDbType.Text, causes.Select(pair => pair.Cause));
        return [.. await command.AllAsync(row => (ReadStream(row), row.GetString(3)))];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _insert.DisposeAsync();
        await _connection.DisposeAsync();
    }

    /// <summary>The row that was read is in memory whole: no column waits for the server.</summary>
    private static (DateTimeOffset Time, long Epoch, ulong Transaction) ReadWritten(NpgsqlDataReader row) =>
        (row.GetFieldValue<DateTimeOffset>(0), row.GetInt64(1), row.GetFieldValue<ulong>(2));

    private static int InKeyOrder(JournaledEvent left, JournaledEvent right)
    {
        var order = string.CompareOrdinal(left.Stream.Tenant.Value, right.Stream.Tenant.Value);
        order = order != 0 ? order : string.CompareOrdinal(left.Stream.Kind, right.Stream.Kind);
        order = order != 0 ? order : string.CompareOrdinal(left.Stream.Id, right.Stream.Id);
        return order != 0 ? order : left.Version.CompareTo(right.Version);
    }

    private static StreamId ReadStream(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2));
}
