using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace SupplyChain.Journal;

/// <summary>
/// Every pen of a journal writes through this one queue and this one loop. A batch is whatever waited while the last
/// commit was in flight, so there is no timer: alone, an append commits at once; under load, thousands share one
/// commit.
/// </summary>
internal sealed partial class GroupCommit : IAsyncDisposable
{
    // A violation that no head and no cause explains can only be a race with another writer; it does not repeat for
    // long.
    private const int MaxUnexplainedConflicts = 5;

    private static readonly TimeSpan HeartbeatTimeout = TimeSpan.FromSeconds(10);
    private static readonly StreamId Heartbeat = new("system", "heartbeat", "heartbeat");

    private readonly Channel<PendingAppend> _queue =
        Channel.CreateUnbounded<PendingAppend>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IBatchStore _store;
    private readonly GroupCommitLimits _limits;
    private readonly TimeProvider _clusterTime;
    private readonly ILogger _logger;
    private readonly JournalMetrics _metrics;
    private readonly Task _loop;
    private long _events;
    private long _bytes;

    /// <summary>
    /// Starts the loop on a scheduler: a thread of its own when the store blocks, else the default one.
    /// </summary>
    public GroupCommit(
        IBatchStore store, GroupCommitLimits limits, TimeProvider clusterTime, ILogger logger, TaskScheduler scheduler,
        JournalMetrics metrics)
    {
        (_store, _limits, _clusterTime, _logger) = (store, limits, clusterTime, logger);
        _metrics = metrics;
        metrics.Watch(() => Interlocked.Read(ref _events));
        _loop = Task.Factory
            .StartNew(RunAsync, CancellationToken.None, TaskCreationOptions.None, scheduler)
            .Unwrap();
    }

    /// <summary>A pen for a stream that was read up to a version and its hash, in a group of its own unless it
    /// belongs to one.</summary>
    public Pen PenFor(StreamId stream, long version, byte[] hash, PenGroup? group = null) =>
        new GroupCommitPen(this, stream, version, hash, group ?? new());

    /// <summary>Writes a heartbeat in its turn, unless a commit of events proves as much.</summary>
    public Task BeatAsync()
    {
        var beat = new PendingAppend(Heartbeat, new(), 0, [], _clusterTime.GetUtcNow() + HeartbeatTimeout);
        try
        {
            Enqueue(beat);
            return beat.Task;
        }
        catch (Exception refused) when (refused is JournalBusyException or JournalUnavailableException)
        {
            return Task.FromException(refused);
        }
    }

    /// <summary>Queues an append, or throws and leaves no trace.</summary>
    public void Enqueue(PendingAppend append)
    {
        var events = Interlocked.Add(ref _events, append.Rows.Length);
        var bytes = Interlocked.Add(ref _bytes, append.Bytes);
        var alone = events == append.Rows.Length;
        var share = append.FirstVersion == 1 ? _limits.NewcomersShare : 1;
        if (!alone && (events > _limits.QueuedEvents * share || bytes > _limits.QueuedBytes * share))
        {
            Dequeued(append);
            throw new JournalBusyException("The journal's queue is full.");
        }
        if (!_queue.Writer.TryWrite(append))
        {
            Dequeued(append);
            throw new JournalUnavailableException("The journal is closed.");
        }
    }

    /// <summary>Takes no more appends and commits the ones that wait.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    private async Task RunAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            var batch = TakeBatch();
            var ready = false;
            try
            {
                await _store.ReadyAsync();
                ready = true;
                await CommitAsync(batch);
            }
            catch (Exception failure) // the loop must live: thousands wait for it
            {
                if (!ready)
                {
                    batch.AddRange(TakeAll()); // who waits behind would only wait longer for the same
                }
                if (_metrics.Failing == TimeSpan.Zero || batch.Any(append => append.Rows.Length > 0))
                {
                    LogFailed(failure, batch.Count); // of an outage each heartbeat would tell again
                }
                _metrics.Failed();
                foreach (var append in batch.Where(append => append.IsLive))
                {
                    append.Fail(new JournalUnavailableException("The journal could not be written.", failure));
                }
            }
            foreach (var append in batch)
            {
                Dequeued(append);
                append.Complete();
                if (append.Rows.Length > 0)
                {
                    _metrics.Answered(append.Since);
                }
            }
            await Task.Yield(); // lets the store's other work have its turn between commits
        }
    }

    private List<PendingAppend> TakeBatch()
    {
        var batch = new List<PendingAppend>();
        var (events, bytes) = (0, 0L);
        while (_queue.Reader.TryPeek(out var next))
        {
            events += next.Rows.Length;
            bytes += next.Bytes;
            if (batch.Count > 0 && (events > _limits.BatchEvents || bytes > _limits.BatchBytes))
            {
                break;
            }
            _queue.Reader.TryRead(out _);
            batch.Add(next);
        }
        return batch;
    }

    private List<PendingAppend> TakeAll()
    {
        var all = new List<PendingAppend>();
        while (_queue.Reader.TryRead(out var next))
        {
            all.Add(next);
        }
        return all;
    }

    private async Task CommitAsync(List<PendingAppend> batch)
    {
        for (var unexplained = 0; unexplained < MaxUnexplainedConflicts;)
        {
            DropLate(batch);
            var live = batch.Where(append => append.IsLive).ToList();
            if (live.Count == 0 || await WriteAsync(live.SelectMany(append => append.Rows).ToList()))
            {
                return;
            }
            unexplained += await FailLosersAsync(live) ? 0 : 1;
        }
        throw new InvalidOperationException("The store reports a violation that its rows do not explain.");
    }

    private async ValueTask<bool> WriteAsync(List<JournaledEvent> rows)
    {
        if (rows.Count == 0)
        {
            await _store.BeatAsync();
        }
        else if (!await _store.WriteAsync(rows))
        {
            return false;
        }
        _metrics.Wrote(rows.Count);
        return true;
    }

    private void DropLate(List<PendingAppend> batch)
    {
        var now = _clusterTime.GetUtcNow();
        foreach (var append in batch.Where(append => append.IsLive))
        {
            if (append.WhyBroken() is { } failure)
            {
                append.Fail(failure);
            }
            else if (append.Deadline <= now)
            {
                _metrics.Expired();
                append.Fail(new DeadlineExpiredException(
                    $"The append to {append.Stream} came too late to be sent."));
            }
        }
    }

    private async Task<bool> FailLosersAsync(List<PendingAppend> batch)
    {
        var streams = batch.Where(append => append.Rows.Length > 0).Select(append => append.Stream).ToHashSet();
        var heads = new Dictionary<StreamId, long>(await _store.ReadHeadsAsync(streams));
        var causes = batch.SelectMany(append => append.Rows)
            .Where(row => row.Cause is not null)
            .Select(row => (row.Stream, row.Cause!))
            .ToHashSet();
        var taken = new HashSet<(StreamId, string)>(await _store.ReadTakenCausesAsync(causes));
        foreach (var append in batch.Where(append => append.Rows.Length > 0))
        {
            if (WhyLost(append, heads, taken) is { } failure)
            {
                append.Fail(failure);
                _metrics.Conflict();
            }
        }
        return batch.Any(append => !append.IsLive);
    }

    /// <summary>Judges one append as if those before it in the batch that were not lost had landed.</summary>
    private static Exception? WhyLost(
        PendingAppend append, Dictionary<StreamId, long> heads, HashSet<(StreamId, string)> taken)
    {
        var stream = append.Stream;
        if (append.WhyBroken() is { } failure)
        {
            return failure;
        }
        var (first, head) = (append.FirstVersion, heads.GetValueOrDefault(stream));
        if (first != head + 1)
        {
            return new JournalConflictException($"{stream} is at version {head}; version {first} cannot follow.");
        }
        var causes = append.Rows.Select(row => row.Cause).OfType<string>().ToList();
        if (causes.Find(cause => taken.Contains((stream, cause))) is { } known)
        {
            return new DuplicateCauseException($"{stream} already holds an event caused by {known}.");
        }
        if (causes.Distinct().Count() < causes.Count)
        {
            return new DuplicateCauseException($"Two events of one append to {stream} name the same cause.");
        }
        taken.UnionWith(causes.Select(cause => (stream, cause)));
        heads[stream] = append.Rows[^1].Version;
        return null;
    }

    private void Dequeued(PendingAppend append)
    {
        Interlocked.Add(ref _events, -append.Rows.Length);
        Interlocked.Add(ref _bytes, -append.Bytes);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A commit of {Appends} appends failed; their outcome is unknown")]
    private partial void LogFailed(Exception failure, int appends);
}
