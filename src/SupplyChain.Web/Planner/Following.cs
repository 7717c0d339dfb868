using SupplyChain.Operations;

namespace SupplyChain.Planner;

/// <summary>
/// What one page waits for; many events become one reading. A reading that takes long is followed by a longer pause, so
/// that pages leave a busy node its time: people do not read that fast. Unlike with
/// <see cref="SharedRun{T}"/>, events do not wait for the reading, and it rests with the tab.
/// </summary>
internal sealed class Following(
    Viewer viewer, Func<PublishedEvent, bool> concerns, TimeSpan pace, Func<Task> read) : IDisposable
{
    private TimeSpan? _pause;
    private IDisposable? _watch;
    private int _missed;
    private int _reading;
    private volatile bool _ended;

    /// <summary>Whether its reading waits by itself as long as it has to.</summary>
    public bool HasPaceOfItsOwn { get; init; }

    /// <summary>Starts to wait, unless the tab is hidden now.</summary>
    public void Begin(LiveFeed feed)
    {
        if (viewer.IsFollowing)
            _watch = feed.Watch(Hear);
        else
            _missed = 1;
    }

    /// <summary>Hears of nothing until it resumes, so that the feed is not read for a tab that shows nothing.</summary>
    public void Rest() => Interlocked.Exchange(ref _watch, null)?.Dispose();

    /// <summary>Waits again and reads once: what came meanwhile was not heard.</summary>
    public Task ResumeAsync(LiveFeed feed)
    {
        if (_ended || _watch is not null)
            return Task.CompletedTask;
        _watch = feed.Watch(Hear);
        Volatile.Write(ref _missed, 1);
        return ReadAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended = true;
        Rest();
        viewer.Leave(this);
    }

    private void Hear(IReadOnlyList<PublishedEvent> events)
    {
        if (!events.Any(concerns))
            return;
        Volatile.Write(ref _missed, 1);
        if (viewer.IsFollowing)
            _ = ReadAsync();
    }

    private async Task ReadAsync()
    {
        do
        {
            if (Interlocked.Exchange(ref _reading, 1) == 1)
                return;
            try
            {
                await ReadWhileMissedAsync();
            }
            finally
            {
                Volatile.Write(ref _reading, 0);
            }

            // What was heard between the last look and this line found a reading under way and left it to that one.
        }
        while (IsBehind);
    }

    private async Task ReadWhileMissedAsync()
    {
        while (IsBehind && Interlocked.Exchange(ref _missed, 0) == 1)
        {
            // Before reading, not after it: lists are a moment behind the event that was heard.
            await viewer.PauseAsync(_pause ?? pace);
            if (_ended)
                return;
            var begun = viewer.Timestamp;
            await read();
            if (!HasPaceOfItsOwn)
                _pause = ReadingPause.After(viewer.TimeSince(begun), pace);
        }
    }

    private bool IsBehind => !_ended && viewer.IsFollowing && Volatile.Read(ref _missed) == 1;
}
