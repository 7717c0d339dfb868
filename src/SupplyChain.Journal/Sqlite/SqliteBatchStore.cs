using Microsoft.Data.Sqlite;

namespace SupplyChain.Journal.Sqlite;

/// <summary>The writing side of the file. Used by the writer thread only.</summary>
internal sealed class SqliteBatchStore(SqliteFile file, TailSignal tail, CommittedRows committed)
    : IBatchStore, IDisposable
{
    private const int UniqueViolation = 2067; // SQLITE_CONSTRAINT_UNIQUE

    private SqliteWriter? _writer;

    /// <summary>The open connection; opened anew after a failure that left it in doubt.</summary>
    public SqliteWriter Writer => _writer ??= new(file.OpenWriter());

    /// <inheritdoc/>
    public ValueTask ReadyAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask<bool> WriteAsync(IReadOnlyList<JournaledEvent> rows)
    {
        var placed = new JournaledEvent[rows.Count];
        var written = InTransaction(writer =>
        {
            for (var i = 0; i < placed.Length; i++)
            {
                placed[i] = rows[i] with { Position = writer.Insert(rows[i]) };
            }
        });
        if (written)
        {
            committed.Add(placed);
            tail.Publish(placed[^1].Position);
        }
        return ValueTask.FromResult(written);
    }

    /// <inheritdoc/>
    public ValueTask BeatAsync()
    {
        InTransaction(writer => writer.Beat());
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes snapshots; each replaces an older one of its stream and schema.</summary>
    public void Write(IEnumerable<(StreamId Stream, Snapshot Snapshot)> snapshots) => InTransaction(writer =>
    {
        foreach (var (stream, snapshot) in snapshots)
        {
            writer.Upsert(stream, snapshot);
        }
    });

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<StreamId, long>> ReadHeadsAsync(IReadOnlyCollection<StreamId> streams) =>
        ValueTask.FromResult<IReadOnlyDictionary<StreamId, long>>(
            streams.ToDictionary(stream => stream, Writer.ReadHead));

    /// <inheritdoc/>
    public ValueTask<IReadOnlySet<(StreamId Stream, string Cause)>> ReadTakenCausesAsync(
        IReadOnlyCollection<(StreamId Stream, string Cause)> causes) =>
        ValueTask.FromResult<IReadOnlySet<(StreamId, string)>>(
            causes.Where(pair => Writer.HoldsCause(pair.Stream, pair.Cause)).ToHashSet());

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer?.Dispose();
        _writer = null;
    }

    private bool InTransaction(Action<SqliteWriter> write)
    {
        var writer = Writer;
        try
        {
            writer.Begin();
            write(writer);
            writer.Commit();
            return true;
        }
        catch (SqliteException violation) when (violation.SqliteExtendedErrorCode == UniqueViolation)
        {
            writer.Rollback();
            return false;
        }
        catch
        {
            committed.Forget();
            Dispose(); // closing rolls back whatever was begun
            throw;
        }
    }
}
