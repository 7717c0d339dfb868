using Microsoft.Extensions.Logging;
using SupplyChain.Journal;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Tenants;

namespace SupplyChain.Tables;

/// <summary>
/// Takes the journal into one set of read tables, a batch at a time: rows and checkpoint in one transaction, and only
/// if the checkpoint is where it was. The projector that lost that race reads it again and goes on from there.
/// </summary>
internal sealed partial class Projector : IDisposable
{
    // Streams whose states are read at the same time; fewer than the states that are kept.
    private const int MaxStreamsAtOnce = 64;

    private readonly IJournal _journal;
    private readonly ITableWriter _tables;
    private readonly ILogger _logger;
    private readonly RecentAppends? _recent;
    private readonly DueWorkTable _dueWork;
    private readonly UsageTable _usage;
    private readonly MentionTable _mentions;
    private readonly WarehouseClosings _closings;
    private readonly Dictionary<string, IStreamProjection> _projections;

    /// <summary>Goes on where the tables are; owns the writer.</summary>
    /// <param name="journal">What is taken in.</param>
    /// <param name="tables">Where to.</param>
    /// <param name="business">What day it is.</param>
    /// <param name="cachedStates">How many states each projection keeps.</param>
    /// <param name="logger">Where trouble is told.</param>
    /// <param name="recent">What need not be decoded; null: everything is.</param>
    public Projector(
        IJournal journal, ITableWriter tables, IBusinessClock business, int cachedStates, ILogger logger,
        RecentAppends? recent = null)
    {
        (_journal, _tables, _logger, _recent) = (journal, tables, logger, recent);
        _dueWork = new(tables);
        _usage = new(tables);
        _closings = new(journal);
        var exceptions = new ExceptionTable(tables, _closings, business);
        _mentions = new(tables);
        var parts = new ProjectionParts(journal, tables, exceptions, _mentions, business, cachedStates);
        _projections = AggregateReadModels.All.Select(aggregate => aggregate.Projection(parts))
            .OfType<IStreamProjection>()
            .ToDictionary(projection => projection.Kind);
    }

    /// <summary>The tables show everything up to here.</summary>
    public Position Position => _tables.Position;

    /// <summary>How many events that is.</summary>
    public long Events => _tables.Events;

    /// <summary>Takes in the next batch.</summary>
    /// <exception cref="JournalUnavailableException">The journal could not be read; nothing was written.</exception>
    /// <exception cref="UnknownEventException">The batch has an event of a newer version; nothing was
    /// written.</exception>
    public async Task<ProjectedBatch> StepAsync(CancellationToken cancellationToken)
    {
        var limit = _tables.BatchEvents;
        var rows = await _journal.ReadNewsAsync(Position, limit, cancellationToken);
        if (rows.Count == 0)
        {
            return default;
        }
        if (rows.FirstOrDefault(row => !EventCodec.Knows(row.Type, row.Schema)) is { } newer)
        {
            throw UnknownEventException.Newer(newer.Type, newer.Schema);
        }
        try
        {
            var streams = rows.GroupBy(row => row.Stream).Select(events => new StreamNews([.. events], _recent))
                .ToArray();
            foreach (var warehouse in streams.Where(news => news.Stream.Kind == Warehouse.Kind))
            {
                _closings.Forget(warehouse.Stream);
            }
            foreach (var some in streams.Chunk(MaxStreamsAtOnce))
            {
                await FoldAsync(some, cancellationToken);
            }
            await _closings.ReadAsync(cancellationToken);
            var newest = Array.ConvertAll(streams, news => news.Rows[^1]);
            var batch = new ProjectedBatch(
                rows.Count,
                Array.Exists(newest, row => row.Work == (int)UnfinishedWork.Handover),
                Array.Exists(newest, row => row.Stream.Kind == Warehouse.Kind))
            {
                IsFull = rows.Count == limit,
            };
            if (await _tables.WriteAsync(rows[^1].Position, batch, () => WriteRows(rows, streams), cancellationToken))
            {
                return batch;
            }
        }
        catch
        {
            Forget();
            throw;
        }
        Forget();
        LogOvertaken(Position);
        return new(rows.Count, true, true);
    }

    /// <inheritdoc/>
    public void Dispose() => _tables.Dispose();

    private async Task FoldAsync(StreamNews[] streams, CancellationToken cancellationToken)
    {
        var readable = await Task.WhenAll(Array.ConvertAll(streams, news => ReadAsync(news, cancellationToken)));
        for (var i = 0; i < streams.Length; i++)
        {
            if (readable[i])
            {
                Fold(streams[i]);
            }
        }
    }

    /// <summary>
    /// Gets a stream ready to be folded. One whose bytes were damaged must not hold up the others: its rows stay as
    /// they are, and verifying tells.
    /// </summary>
    private async Task<bool> ReadAsync(StreamNews news, CancellationToken cancellationToken)
    {
        var first = news.Rows[0];
        if (!_projections.TryGetValue(first.Stream.Kind, out var projection))
        {
            return false;
        }
        try
        {
            await projection.ReadAsync(news, cancellationToken);
            return true;
        }
        catch (Exception broken) when (broken is not (JournalUnavailableException or OperationCanceledException))
        {
            LogBroken(broken, first.Stream, first.Version);
            return false;
        }
    }

    private void Fold(StreamNews news)
    {
        try
        {
            _projections[news.Stream.Kind].Fold(news);
        }
        catch (Exception broken) // the same: it holds up no other stream
        {
            LogBroken(broken, news.Stream, news.Rows[0].Version);
        }
    }

    private void WriteRows(IReadOnlyList<JournaledEvent> rows, StreamNews[] streams)
    {
        _usage.Write(rows);
        Array.ForEach(streams, _dueWork.Write);
        foreach (var projection in _projections.Values)
        {
            projection.Write();
        }
        _mentions.Write();
    }

    private void Forget()
    {
        _dueWork.Forget();
        _mentions.Forget();
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
