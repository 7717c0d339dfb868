using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupplyChain.Journal;

namespace SupplyChain.Events;

/// <summary>
/// The one follower of the journal on this silo: while there are readers of events it keeps the newest of them in
/// memory, so that many readers cost one. After a while without a reader it rests and holds nothing.
/// </summary>
internal sealed partial class EventFollower(
    IJournal journal, EventWindow window, EventHistory history, TimeProvider time, ILogger<EventFollower> log)
    : BackgroundService
{
    private const int MaxBatchEvents = 1_000;
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StaleThreshold = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FailureBackoff = TimeSpan.FromSeconds(1);

    private readonly ChangeSignal _news = new();
    private readonly ChangeSignal _asked = new();
    private long _lastAsked;
    private long _lastTurn;
    private int _rests = 1;

    /// <summary>Counts what came; waiting for more begins with noting it.</summary>
    public long News => _news.Count;

    /// <summary>Waits until more came than was noted, or for so long.</summary>
    public Task<bool> WaitAsync(long noted, TimeSpan timeout) => _news.WaitAsync(noted, timeout);

    /// <summary>What it knows behind a position; it goes on following because of it.</summary>
    public (WindowPlace Place, FollowedEvent[] Events, bool IsAll) After(Position after, int most)
    {
        Interlocked.Exchange(ref _lastAsked, time.GetTimestamp());
        if (Volatile.Read(ref _rests) == 1)
        {
            _asked.Raise();
        }
        // One that hangs knows nothing of what came meanwhile.
        return time.GetElapsedTime(Interlocked.Read(ref _lastTurn)) > StaleThreshold
            ? (WindowPlace.Before, [], false)
            : window.After(after, most);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var follows = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!follows)
                {
                    await RestAsync(stoppingToken);
                    window.Open(await journal.TailPositionAsync(stoppingToken));
                    follows = true;
                }
                follows = await TurnAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure) // the loop must live: readers go to the journal meanwhile, and fail as it does
            {
                Failed(log, failure);
                await PauseAsync(stoppingToken);
            }
        }
        window.Close();
    }

    /// <summary>Goes on from the end of the window; false when no reader has asked for a while.</summary>
    private async Task<bool> TurnAsync(CancellationToken stopping)
    {
        var rows = await journal.ReadNewsAsync(window.End, MaxBatchEvents, stopping);
        window.Add(rows.Select(row => new FollowedEvent(row)));
        Interlocked.Exchange(ref _lastTurn, time.GetTimestamp());
        _news.Raise();
        if (rows.Count < MaxBatchEvents)
        {
            await journal.WaitForTailAsync(window.End, stopping);
        }
        if (!IsIdle())
        {
            return true;
        }
        window.Close();
        history.Clear();
        return false;
    }

    private async Task RestAsync(CancellationToken stopping)
    {
        var seen = _asked.Count;
        Interlocked.Exchange(ref _rests, 1);
        if (Interlocked.Read(ref _lastAsked) == 0 || IsIdle())
        {
            await _asked.WaitAsync(seen, stopping);
        }
        Interlocked.Exchange(ref _rests, 0);
    }

    private bool IsIdle() => time.GetElapsedTime(Interlocked.Read(ref _lastAsked)) > IdleTimeout;

    private async Task PauseAsync(CancellationToken stopping)
    {
        try
        {
            await Task.Delay(FailureBackoff, time, stopping);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the loop sees it.
        }
    }

    [LoggerMessage(LogLevel.Warning, "The events could not be followed; readers ask the journal until they can.")]
    private static partial void Failed(ILogger log, Exception failure);
}
