using SupplyChain.Operations;

namespace SupplyChain.Planner;

/// <summary>What one page waits for; many events become one reading.</summary>
internal sealed class Following(
    Viewer viewer, Func<PublishedEvent, bool> concerns, TimeSpan pace, Func<Task> read) : IDisposable
{
    private IDisposable? _watch;
    private int _missed;
    private int _reading;
    private volatile bool _ended;

    /// <summary>Starts to wait.</summary>
    public void Begin(LiveFeed feed) => _watch = feed.Watch(Hear);

    /// <summary>Reads now when something came that was not read.</summary>
    public Task CatchUpAsync() => Volatile.Read(ref _missed) == 0 ? Task.CompletedTask : ReadAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended = true;
        _watch?.Dispose();
        viewer.Leave(this);
    }

    private void Hear(IReadOnlyList<PublishedEvent> events)
    {
        if (!events.Any(concerns))
            return;
        Volatile.Write(ref _missed, 1);
        if (viewer.IsSeen)
            _ = ReadAsync();
    }

    private async Task ReadAsync()
    {
        if (Interlocked.Exchange(ref _reading, 1) == 1)
            return;
        try
        {
            while (!_ended && viewer.IsSeen && Interlocked.Exchange(ref _missed, 0) == 1)
            {
                // Before reading, not after it: lists are a moment behind the event that was heard.
                await viewer.PauseAsync(pace);
                if (!_ended)
                    await read();
            }
        }
        finally
        {
            Volatile.Write(ref _reading, 0);
        }
    }
}
