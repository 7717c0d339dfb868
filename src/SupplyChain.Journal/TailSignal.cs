namespace SupplyChain.Journal;

/// <summary>Wakes those who wait at the tail when this process commits something.</summary>
internal sealed class TailSignal
{
    // Another process may have written: look again after this long.
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private TaskCompletionSource _news = NewSource();
    private Position _newest;

    /// <summary>Something is visible up to here.</summary>
    public void Publish(Position newest)
    {
        TaskCompletionSource news;
        lock (_lock)
        {
            _newest = newest > _newest ? newest : _newest;
            news = _news;
            _news = NewSource();
        }
        news.SetResult();
    }

    /// <summary>Completes once something is visible behind the position, or after a second.</summary>
    public async Task WaitAsync(Position after, CancellationToken cancellationToken)
    {
        Task news;
        lock (_lock)
        {
            if (_newest > after)
            {
                return;
            }
            news = _news.Task;
        }
        try
        {
            await news.WaitAsync(WaitTimeout, cancellationToken);
        }
        catch (TimeoutException)
        {
            // No news: the caller looks anyway.
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
