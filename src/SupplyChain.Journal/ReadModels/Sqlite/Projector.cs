using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SupplyChain.Journal.Sqlite;
using SupplyChain.Network;

namespace SupplyChain.Journal.ReadModels.Sqlite;

/// <summary>
/// Takes the journal into one file of read tables, a batch at a time: rows and checkpoint in one transaction, and only
/// if the checkpoint is where it was. Whoever lost that race reads it again and goes on from there.
/// </summary>
internal sealed partial class Projector : IDisposable
{
    /// <summary>The most events of a batch.</summary>
    public const int BatchEvents = 1_000;

    private readonly IJournal _journal;
    private readonly SqliteConnection _connection;
    private readonly ILogger _logger;
    private readonly Checkpoint _checkpoint;
    private readonly DueWorkTable _dueWork;
    private readonly ExceptionTable _exceptions;
    private readonly Dictionary<string, IStreamProjection> _projections;

    /// <summary>Goes on where the file is; owns the connection.</summary>
    public Projector(IJournal journal, SqliteConnection connection, int cachedStates, ILogger logger)
    {
        (_journal, _connection, _logger) = (journal, connection, logger);
        _checkpoint = new(connection);
        _dueWork = new(connection);
        _exceptions = new(connection);
        _projections = new IStreamProjection[]
        {
            new OrderProjection(journal, connection, _exceptions, cachedStates),
            new StockProjection(journal, connection, cachedStates),
            new ShipmentProjection(journal, connection, _exceptions, cachedStates),
            new WarehouseProjection(journal, connection, cachedStates),
            new ProductProjection(journal, connection, cachedStates),
        }.ToDictionary(projection => projection.Kind);
    }

    /// <summary>The tables show everything up to here.</summary>
    public Position Position => _checkpoint.Position;

    /// <summary>How many events that is.</summary>
    public long Events => _checkpoint.Events;

    /// <summary>Takes in the next batch.</summary>
    /// <exception cref="JournalUnavailableException">The journal could not be read; nothing was written.</exception>
    public async Task<ProjectedBatch> StepAsync(CancellationToken cancellationToken)
    {
        var batch = await _journal.ReadTailAsync(Position, BatchEvents, cancellationToken);
        if (batch.Count == 0)
        {
            return default;
        }
        try
        {
            var newest = new List<JournaledEvent>();
            foreach (var events in batch.GroupBy(row => row.Stream))
            {
                var rows = events.ToArray();
                newest.Add(rows[^1]);
                await FoldAsync(rows, cancellationToken);
            }
            if (Write(batch, newest))
            {
                return new(
                    batch.Count,
                    newest.Exists(row => row.Work == UnfinishedWork.Handover),
                    newest.Exists(row => row.Stream.Kind == Warehouse.Kind));
            }
        }
        catch
        {
            Forget();
            throw;
        }
        Forget();
        LogOvertaken(Position);
        return new(batch.Count, true, true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var projection in _projections.Values)
        {
            projection.Dispose();
        }
        _exceptions.Dispose();
        _dueWork.Dispose();
        _checkpoint.Dispose();
        _connection.Dispose();
    }

    /// <summary>
    /// A stream that cannot be folded must not hold up the others: its rows stay as they are, and verifying tells.
    /// </summary>
    private async Task FoldAsync(JournaledEvent[] rows, CancellationToken cancellationToken)
    {
        var stream = rows[0].Stream;
        if (!_projections.TryGetValue(stream.Kind, out var projection))
        {
            return;
        }
        try
        {
            await projection.FoldAsync(stream, rows, cancellationToken);
        }
        catch (Exception broken) when (broken is not (JournalUnavailableException or OperationCanceledException))
        {
            LogBroken(broken, stream, rows[0].Version);
        }
    }

    private bool Write(IReadOnlyList<JournaledEvent> batch, List<JournaledEvent> newest)
    {
        _checkpoint.Begin();
        try
        {
            if (!_checkpoint.Advance(batch[^1].Position, batch.Count))
            {
                _checkpoint.Rollback();
                return false;
            }
            newest.ForEach(_dueWork.Write);
            foreach (var projection in _projections.Values)
            {
                projection.Write();
            }
            _checkpoint.Commit();
            return true;
        }
        catch
        {
            _checkpoint.Rollback();
            throw;
        }
    }

    private void Forget()
    {
        foreach (var projection in _projections.Values)
        {
            projection.Forget();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Another projector was faster; going on from {Position}.")]
    private partial void LogOvertaken(Position position);

    [LoggerMessage(LogLevel.Error, "The read tables leave out {Stream} from version {Version} on: it cannot be read.")]
    private partial void LogBroken(Exception failure, StreamId stream, long version);
}
