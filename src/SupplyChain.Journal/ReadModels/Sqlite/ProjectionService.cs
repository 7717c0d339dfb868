using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupplyChain.Journal.Sqlite;

namespace SupplyChain.Journal.ReadModels.Sqlite;

/// <summary>
/// Keeps the read tables at the tail of the journal, on a thread of its own. A rebuild runs on the same thread beside
/// the tables in use, batch by batch, so that nobody notices it but by its progress.
/// </summary>
public sealed partial class ProjectionService : IProjection, IHostedService, IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly ReadModelStore _store;
    private readonly IJournal _journal;
    private readonly ReadModelSignals _signals;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly DedicatedThread _thread = new("projection");
    private readonly CancellationTokenSource _stopping = new();
    private TaskCompletionSource? _rebuild;
    private Task _running = Task.CompletedTask;
    private double _percent;
    private bool _broken;
    private int _disposed;

    /// <summary>Does nothing until it is started.</summary>
    public ProjectionService(
        ReadModelStore store, IJournal journal, ReadModelSignals signals, TimeProvider clock,
        ILogger<ProjectionService> logger)
    {
        (_store, _journal, _signals, _clock, _logger) = (store, journal, signals, clock, logger);
        Position = store.Live.Position;
    }

    /// <inheritdoc/>
    public Position Position
    {
        get => _signals.Position;
        private set => _signals.Position = value;
    }

    /// <inheritdoc/>
    public double? RebuildPercent => _rebuild is null ? null : _percent;

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
        Interlocked.Exchange(ref _rebuild, null)?.TrySetCanceled(CancellationToken.None);
    }

    /// <inheritdoc/>
    public async Task WaitForAsync(Position position, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var seen = _signals.Progress.Count;
            if (Position >= position)
            {
                return;
            }
            await _signals.Progress.WaitAsync(seen, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<TimeSpan> LagAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var missing = await _journal.ReadTailAsync(Position, 1, cancellationToken);
        return missing is [var oldest, ..] && oldest.RecordedAt < now ? now - oldest.RecordedAt : TimeSpan.Zero;
    }

    /// <inheritdoc/>
    public Task RebuildAsync(CancellationToken cancellationToken = default)
    {
        var wanted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = Interlocked.CompareExchange(ref _rebuild, wanted, null) ?? wanted;
        return running.Task.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Ends the projection. The container knows this service under several names and disposes of each.
    /// </summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _stopping.Cancel();
            _running.GetAwaiter().GetResult();
            _thread.Dispose();
            _stopping.Dispose();
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
                return;
            }
            catch (Exception failure) // the loop must live: everything people look at comes from it
            {
                LogFailed(failure);
                _broken |= ReadFile.IsBroken(failure);
                await RestAsync(cancellationToken);
            }
        }
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        if (_broken)
        {
            _store.StartOver();
            _broken = false;
        }
        var batch = await _store.Live.StepAsync(cancellationToken);
        Publish(batch);
        if (_rebuild is not null)
        {
            await BuildAsync(cancellationToken);
        }
        else if (batch.Events == 0)
        {
            await CheckTailAsync(cancellationToken);
            await _journal.WaitForTailAsync(Position, cancellationToken);
        }
    }

    private void Publish(ProjectedBatch batch)
    {
        Position = _store.Live.Position;
        if (batch.Events > 0)
        {
            _signals.Raise(batch);
        }
    }

    private async Task BuildAsync(CancellationToken cancellationToken)
    {
        if (_store.Next is null)
        {
            _store.StartNext();
        }
        var next = _store.Next!;
        await next.StepAsync(cancellationToken);
        _percent = Math.Min(100, 100.0 * next.Events / Math.Max(1, _store.Live.Events));
        if (next.Position >= _store.Live.Position)
        {
            _store.UseNext();
            Publish(new(1, true, true));
            _percent = 0;
            Interlocked.Exchange(ref _rebuild, null)!.SetResult();
        }
    }

    /// <summary>Tables that know more than the journal come from one that was taken back to an older state.</summary>
    private async Task CheckTailAsync(CancellationToken cancellationToken)
    {
        if (Position > await _journal.TailPositionAsync(cancellationToken))
        {
            LogAhead(Position);
            _store.StartOver();
        }
    }

    private async Task RestAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(RetryAfter, _clock, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the loop sees it.
        }
    }

    [LoggerMessage(LogLevel.Error, "The read tables could not be taken further; trying again.")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(
        LogLevel.Warning, "The read tables are at {Position}, which the journal has not reached; starting over.")]
    private partial void LogAhead(Position position);
}
