namespace SupplyChain.Journal;

/// <summary>How far the tail can be read, as this process knows; wakes those who wait there.</summary>
internal sealed class TailSignal
{
    // Another process may have written: look again after this long.
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly ChangeSignal _news = new();
    private Position _newest;

    /// <summary>Something is visible up to here.</summary>
    public void Publish(Position newest)
    {
        lock (_lock)
        {
            _newest = newest > _newest ? newest : _newest;
        }
        _news.Raise();
    }

    /// <summary>Completes once something is visible behind the position, or after a second.</summary>
    public Task WaitAsync(Position after, CancellationToken cancellationToken)
    {
        var seen = _news.Count;
        lock (_lock)
        {
            if (_newest > after)
            {
                return Task.CompletedTask;
            }
        }
        return _news.WaitAsync(seen, WaitTimeout, cancellationToken);
    }
}
