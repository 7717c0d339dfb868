using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupplyChain.Journal;
using SupplyChain.Journal.Sqlite;

namespace SupplyChain.Tables;

/// <summary>
/// Keeps the read tables at the tail of the journal, on a thread of its own; of several processes one does, and the
/// others hear from the tables how far they are. A rebuild runs on the same thread beside the tables in use, batch by
/// batch, so that readers notice it by its progress alone.
/// </summary>
internal sealed partial class ProjectionService : IProjection, IHostedService, IDisposable
{
    private static readonly TimeSpan FailureBackoff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FollowInterval = TimeSpan.FromMilliseconds(100);

    // New tables that lag no longer are as good as any.
    private static readonly TimeSpan FilledLagTolerance = TimeSpan.FromSeconds(1);

    // What comes alone is written at once.
    private const int BusyBatchEvents = 50;

    private readonly IProjectionStore _store;
    private readonly IJournal _journal;
    private readonly ReadModelSignals _signals;
    private readonly RecentAppends _recent;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly DedicatedThread _thread = new("projection");
    private readonly CancellationTokenSource _stopping = new();
    private ProjectionState _heard;
    private RebuildState _heardRebuild;
    private Task _running = Task.CompletedTask;
    private volatile bool _leads;
    private volatile string? _stopped;
    private int _disposed;

    /// <summary>Does nothing until it is started.</summary>
    public ProjectionService(
        IProjectionStore store, IJournal journal, ReadModelSignals signals, RecentAppends recent, TimeProvider clock,
        ILogger<ProjectionService> logger)
    {
        (_store, _journal, _signals, _recent, _clock, _logger) = (store, journal, signals, recent, clock, logger);
        (_heard, _heardRebuild) = (store.State, store.Rebuild);
        Position = _heard.Position;
    }

    /// <inheritdoc/>
    public Position Position
    {
        get => _signals.Position;
        private set => _signals.Position = value;
    }

    /// <inheritdoc/>
    public bool Leads => _leads;

    /// <inheritdoc/>
    public string? Stopped => _stopped;

    /// <inheritdoc/>
    public bool IsFilling => _signals.Filling;

    /// <inheritdoc/>
    public double? RebuildPercent => _store.Rebuild is { Runs: true } rebuild ? rebuild.Percent : null;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.Factory.StartNew(
            () => RunAsync(_stopping.Token), cancellationToken, TaskCreationOptions.None, _thread).Unwrap();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _running;
    }

    /// <inheritdoc/>
    public Task WaitForAsync(Position position, CancellationToken cancellationToken = default) =>
        UntilAsync(() => Position >= position, cancellationToken);

    /// <inheritdoc/>
    public async Task<TimeSpan> LagAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var missing = await _journal.ReadTailAsync(Position, 1, cancellationToken);
        return missing is [var oldest, ..] && oldest.RecordedAt < now ? now - oldest.RecordedAt : TimeSpan.Zero;
    }

    /// <inheritdoc/>
    public async Task RebuildAsync(CancellationToken cancellationToken = default)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        var wanted = await _store.WantRebuildAsync(ending.Token);
        await UntilAsync(() => _store.Rebuild.Done >= wanted, ending.Token);
    }

    /// <summary>
    /// Ends the projection. The container knows this service under several names and disposes of each.
    /// </summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _stopping.Cancel();
#pragma warning disable VSTHRD002 // The loop ends at once, and its thread is disposed of after it.
            _running.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
            _thread.Dispose();
            _stopping.Dispose();
        }
    }

    private async Task UntilAsync(Func<bool> reached, CancellationToken cancellationToken)
    {
        while (true)
        {
            var seen = _signals.Progress.Count;
            if (reached())
            {
                return;
            }
            await _signals.Progress.WaitAsync(seen, cancellationToken);
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await TurnAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }
            catch (UnknownEventException newer)
            {
                // Passing it by would leave lists that look whole. A node of the newer version takes over.
                if (_stopped is null)
                    LogStopped(newer.Message);
                _stopped = newer.Message;
                _leads = false;
                _store.Fail(newer);
                await RestAsync(cancellationToken);
            }
            catch (Exception failure) // the loop must live: everything people look at comes from it
            {
                LogFailed(failure);
                _leads = false;
                _store.Fail(failure);
                await RestAsync(cancellationToken);
            }
        }
        _leads = false;
        await _store.LetGoAsync();
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        var live = await _store.LeadAsync(cancellationToken);
        _recent.AreWanted = _leads = live is not null;
        _signals.Filling = _store.Rebuild.IsFirst;
        if (live is null)
        {
            _stopped = null;
            Hear();
            await Task.Delay(FollowInterval, _clock, cancellationToken);
            return;
        }
        if (Position != live.Position || _heardRebuild != _store.Rebuild)
        {
            Publish(live.Position, new(1, true, true)); // another projector was there, or it began anew
            _heardRebuild = _store.Rebuild;
        }
        var begun = _clock.GetTimestamp();
        var batch = await live.StepAsync(cancellationToken);
        _stopped = null;
        Publish(live.Position, batch);
        if (_store.Rebuild.IsFirst)
        {
            await FillAsync(live, cancellationToken);
        }
        else if (_store.Rebuild.Runs)
        {
            await BuildAsync(live, cancellationToken);
        }
        else if (batch.Events == 0)
        {
            await CheckTailAsync(cancellationToken);
            await _journal.WaitForTailAsync(Position, cancellationToken);
        }
        else if (batch is { Events: >= BusyBatchEvents, IsFull: false }
            && _store.BusyInterval - _clock.GetElapsedTime(begun) is { Ticks: > 0 } rest)
        {
            // Rows of more orders share pages and statements: a fifth of the node's time under load.
            await Task.Delay(rest, _clock, cancellationToken);
        }
    }

    private void Hear()
    {
        var (state, rebuild) = (_store.State, _store.Rebuild);
        Publish(state.Position, new(
            state == _heard && rebuild == _heardRebuild ? 0 : 1,
            state.Handovers != _heard.Handovers, state.Warehouses != _heard.Warehouses));
        (_heard, _heardRebuild) = (state, rebuild);
    }

    private void Publish(Position position, ProjectedBatch batch)
    {
        Position = position;
        if (batch.Events > 0)
        {
            _signals.Raise(batch);
        }
    }

    private async Task FillAsync(Projector live, CancellationToken cancellationToken)
    {
        if (await LagAsync(_clock.GetUtcNow(), cancellationToken) <= FilledLagTolerance)
        {
            await _store.TellFilledAsync(cancellationToken);
            (_signals.Filling, _heardRebuild) = (false, _store.Rebuild);
            Publish(Position, new(1, false, false));
            return;
        }
        var all = await _journal.AboutEventsAsync(cancellationToken) ?? live.Events;
        await TellAsync(Math.Min(99, Math.Floor(100.0 * live.Events / Math.Max(1, all))), cancellationToken);
    }

    private async Task TellAsync(double percent, CancellationToken cancellationToken)
    {
        if (percent != _store.Rebuild.Percent)
        {
            await _store.TellPercentAsync(percent, cancellationToken);
        }
    }

    private async Task BuildAsync(Projector live, CancellationToken cancellationToken)
    {
        var next = await _store.NextAsync(cancellationToken);
        await next.StepAsync(cancellationToken);
        await TellAsync(Math.Min(100, Math.Floor(100.0 * next.Events / Math.Max(1, live.Events))), cancellationToken);
        if (next.Position < live.Position)
        {
            return;
        }
        if (await _store.UseNextAsync(cancellationToken))
        {
            Publish(Position, new(1, true, true));
        }
        else
        {
            await _journal.WaitForTailAsync(Position, cancellationToken);
        }
    }

    /// <summary>Tables that know more than the journal come from one that was taken back to an older state.</summary>
    private async Task CheckTailAsync(CancellationToken cancellationToken)
    {
        if (Position > await _journal.TailPositionAsync(cancellationToken))
        {
            LogAhead(Position);
            await _store.StartOverAsync(cancellationToken);
        }
    }

    private async Task RestAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(FailureBackoff, _clock, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the loop sees it.
        }
    }

    [LoggerMessage(LogLevel.Error, "The read tables could not be taken further; trying again.")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(
        LogLevel.Error,
        "The read tables stop at {Reason} A node of that version takes them further; trying again every second.")]
    private partial void LogStopped(string reason);

    [LoggerMessage(
        LogLevel.Warning, "The read tables are at {Position}, which the journal has not reached; starting over.")]
    private partial void LogAhead(Position position);
}
