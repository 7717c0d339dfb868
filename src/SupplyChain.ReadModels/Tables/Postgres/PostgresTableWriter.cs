using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;
using SupplyChain.Journal;

namespace SupplyChain.Tables.Postgres;

/// <summary>
/// Writes to the tables of one schema: three round trips per batch, however many rows it has. A transaction that writes
/// holds back all who follow the journal, so a batch is cut to what is read, folded and written in a second.
/// </summary>
internal sealed class PostgresTableWriter : ITableWriter
{
    private const int MinBatchEvents = 250;
    private const int MaxBatchEvents = 4_000;
    private static readonly TimeSpan SlowBatchThreshold = TimeSpan.FromMilliseconds(800);

    // Of tables that were empty a moment ago the planner knows nothing, and takes an index that only begins with the
    // key. The server looks at them itself, but a minute later.
    private const int FirstLookEvents = 2_000;
    private const int LastLookEvents = 1_000_000;
    private const int LookFactor = 2;

    private readonly NpgsqlConnection _connection;
    private readonly string _prefix;
    private readonly PendingRows _pending = new();
    private long _written = Stopwatch.GetTimestamp();
    private long _nextLook = FirstLookEvents;

    private PostgresTableWriter(NpgsqlConnection connection, string prefix) =>
        (_connection, _prefix) = (connection, prefix);

    /// <inheritdoc/>
    public Position Position { get; private set; }

    /// <inheritdoc/>
    public long Events { get; private set; }

    /// <inheritdoc/>
    public int BatchEvents { get; private set; } = MinBatchEvents;

    /// <summary>Goes on where the tables are; the connection belongs to the caller.</summary>
    public static async Task<PostgresTableWriter> OpenAsync(
        NpgsqlConnection connection, string prefix, CancellationToken cancellationToken)
    {
        var writer = new PostgresTableWriter(connection, prefix);
        await writer.ReadAsync(cancellationToken);
        return writer;
    }

    /// <inheritdoc/>
    public IRowWriter Prepare(RowChange change) =>
        new PostgresRowWriter(change, _prefix, _pending);

    /// <inheritdoc/>
    public async ValueTask<bool> WriteAsync(
        Position to, ProjectedBatch batch, Action writeRows, CancellationToken cancellationToken)
    {
        _pending.Clear();
        writeRows();
        if (!await TryWriteAsync(to, batch, cancellationToken))
        {
            await ReadAsync(cancellationToken);
            return false;
        }
        (Position, Events) = (to, Events + batch.Events);
        Adapt();
        await LookAtTablesAsync(cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _pending.Clear();

    private async Task<bool> TryWriteAsync(Position to, ProjectedBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(to, batch, true, cancellationToken);
        }
        catch (PostgresException there) when (there.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // What a release before left there, or a person: a row that is there is changed.
            return await WriteAsync(to, batch, false, cancellationToken);
        }
    }

    private async Task<bool> WriteAsync(
        Position to, ProjectedBatch batch, bool copies, CancellationToken cancellationToken)
    {
        await using var transaction = await _connection.BeginTransactionAsync(cancellationToken);
        if (!await AdvanceAsync(to, batch, cancellationToken))
        {
            return false;
        }
        if (copies)
        {
            await _pending.CopyAsync(_connection, cancellationToken);
        }
        await WriteRowsAsync(copies, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Also waits for a writer at the same time; then it is too late for this one.</summary>
    private async Task<bool> AdvanceAsync(Position to, ProjectedBatch batch, CancellationToken cancellationToken)
    {
        await using var advance = new NpgsqlCommand($"""
            UPDATE {_prefix}checkpoint SET position = $1, events = events + $2, handovers = handovers + $3,
                warehouses = warehouses + $4
            WHERE position = $5
            """, _connection);
        advance.Parameters.Add(new() { Value = to.ToString(), NpgsqlDbType = NpgsqlDbType.Text });
        foreach (var more in new long[] { batch.Events, batch.Handover ? 1 : 0, batch.Warehouses ? 1 : 0 })
        {
            advance.Parameters.Add(new() { Value = more, NpgsqlDbType = NpgsqlDbType.Bigint });
        }
        advance.Parameters.Add(new() { Value = Position.ToString(), NpgsqlDbType = NpgsqlDbType.Text });
        return await advance.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private async Task WriteRowsAsync(bool copied, CancellationToken cancellationToken)
    {
        await using var rows = new NpgsqlBatch(_connection);
        foreach (var command in _pending.Commands(copied))
        {
            rows.BatchCommands.Add(command);
        }
        if (rows.BatchCommands.Count > 0)
        {
            await rows.PrepareAsync(cancellationToken); // costs nothing where the texts are known
            await rows.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var read = new NpgsqlCommand($"SELECT position, events FROM {_prefix}checkpoint", _connection);
        await using var row = await read.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        Position = Position.TryParse(row.GetString(0), out var position)
            ? position
            : throw new InvalidDataException("The checkpoint is not a position.");
        Events = row.GetInt64(1);
    }

    /// <summary>Has the server look at tables that have grown.</summary>
    private async Task LookAtTablesAsync(CancellationToken cancellationToken)
    {
        if (Events < _nextLook || _nextLook > LastLookEvents)
        {
            return;
        }
        _nextLook = Events * LookFactor;
        await using var look = new NpgsqlCommand($"ANALYZE {PostgresTables.NamesIn(_prefix)}", _connection);
        await look.ExecuteNonQueryAsync(cancellationToken);
    }

    private void Adapt()
    {
        BatchEvents = Stopwatch.GetElapsedTime(_written) > SlowBatchThreshold
            ? Math.Max(MinBatchEvents, BatchEvents / 2)
            : Math.Min(MaxBatchEvents, BatchEvents * 2);
        _written = Stopwatch.GetTimestamp();
    }
}
