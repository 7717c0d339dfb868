using SupplyChain.Operations;

namespace SupplyChain.Planner;

/// <summary>
/// The one follower of a tenant's events in this process. It tells every page what happened and how far the lists are,
/// and reads nothing without viewers.
/// </summary>
#pragma warning disable CA1001 // Pages are given it and would dispose of it; who made it closes it.
public sealed partial class LiveFeed(SupplyChainClient chain, TimeProvider time, ILogger<LiveFeed> logger)
#pragma warning restore CA1001
{
    private const int PageSize = 500;
    private static readonly TimeSpan PageInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan StatusInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StatusTimeout = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly List<Action<IReadOnlyList<PublishedEvent>>> _watchers = [];
    private CancellationTokenSource? _running;
    private string? _position;
    private DateTimeOffset _nextStatus;
    private TimeSpan _ahead;

    /// <summary>How it is.</summary>
    public LiveState State { get; private set; } = LiveState.Unknown;

    /// <summary>The last answer about the cluster; null before the first.</summary>
    public ClusterStatus? Status { get; private set; }

    /// <summary>When that answer came.</summary>
    public DateTimeOffset StatusAt { get; private set; }

    /// <summary>How far the lists were behind in the last minute with a viewer.</summary>
    public LagReadings Lag { get; } = new();

    /// <summary>When something was heard last of each kind of entity.</summary>
    public LastHeard Heard { get; } = new();

    /// <summary>What time it is for planners: against its day lateness is judged.</summary>
    public DateTimeOffset BusinessNow => time.GetUtcNow() + _ahead;

    /// <summary>Asks once how it is, when there is no viewer yet and the last answer is old.</summary>
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() < _nextStatus)
            return;
        try
        {
            await LookAsync(cancellationToken).WaitAsync(StatusTimeout, time, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The page says by itself what it cannot read.
            Broke(logger, failure);
        }
    }

    /// <summary>Tells of every batch of events from now on, until it is disposed.</summary>
    public IDisposable Watch(Action<IReadOnlyList<PublishedEvent>> tell)
    {
        lock (_gate)
        {
            _watchers.Add(tell);
            if (_running is null)
                Start();
        }

        return new Watcher(this, tell);
    }

    /// <summary>Follows no more, also with viewers: the node ends.</summary>
    public void Close() => Stop();

    private void Start()
    {
        _running = new CancellationTokenSource();
        _position = null;
        // What came without viewers was not heard.
        State = State with { NewestAt = null };
        Lag.Clear();
        var stopping = _running.Token;
        _ = Task.Run(() => RunAsync(stopping), stopping);
    }

    private void Stop()
    {
        lock (_gate)
        {
            _running?.Cancel();
            _running?.Dispose();
            _running = null;
            Heard.Rest();
        }
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await ReadAsync(stopping);
                await Task.Delay(PageInterval, time, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // Whatever it was, pages say that they are not live, and it is tried again.
                Broke(logger, failure);
                State = State with { CutOffSince = State.CutOffSince ?? time.GetUtcNow() };
                _nextStatus = default;
                await Task.Delay(StatusInterval, time, CancellationToken.None);
            }
        }
    }

    private async Task ReadAsync(CancellationToken stopping)
    {
        if (time.GetUtcNow() >= _nextStatus || _position is null)
        {
            var newest = await LookAsync(stopping);
            if (_position is null)
                Begin(newest, stopping);
        }

        if (await chain.Events.ReadPageAsync(new ReadEvents(_position, PageSize, []), stopping) is not { } page)
        {
            Lose();
            return;
        }

        _position = page.Next;
        if (page.Events.Count == 0)
            return;
        var now = time.GetUtcNow();
        Heard.Hear(page.Events, now);
        State = State with { NewestAt = now, Newest = page.Next };
        Tell(page.Events);
    }

    /// <summary>Hears of everything behind a place, unless it was stopped meanwhile.</summary>
    private void Begin(string newest, CancellationToken stopping)
    {
        lock (_gate)
        {
            stopping.ThrowIfCancellationRequested();
            _position = newest;
            Heard.Listen(time.GetUtcNow());
        }
    }

    /// <summary>Where it was is not known any more: it begins anew at the newest event.</summary>
    private void Lose()
    {
        Heard.Rest();
        _position = null;
    }

    private async Task<string> LookAsync(CancellationToken stopping)
    {
        var status = await chain.Operations.StatusAsync(stopping);
        var now = time.GetUtcNow();
        _nextStatus = now + StatusInterval;
        (Status, StatusAt) = (status, now);
        Lag.Add(now, status.LagMs);
        _ahead = (status.BusinessTime ?? now) - now;
        State = State with
        {
            LagMs = status.LagMs,
            Rebuild = status.Rebuild,
            Newest = status.LastEvent,
            CutOffSince = null,
        };
        return status.LastEvent;
    }

    private void Tell(IReadOnlyList<PublishedEvent> events)
    {
        Action<IReadOnlyList<PublishedEvent>>[] all;
        lock (_gate)
            all = [.. _watchers];
        foreach (var tell in all)
            tell(events);
    }

    private void Leave(Action<IReadOnlyList<PublishedEvent>> tell)
    {
        lock (_gate)
        {
            _watchers.Remove(tell);
            if (_watchers.Count == 0)
                Stop();
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The event feed cannot be read; pages are not live")]
    private static partial void Broke(ILogger logger, Exception failure);

    private sealed class Watcher(LiveFeed feed, Action<IReadOnlyList<PublishedEvent>> tell) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                feed.Leave(tell);
        }
    }
}
