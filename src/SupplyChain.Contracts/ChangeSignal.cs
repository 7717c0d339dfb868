namespace SupplyChain;

/// <summary>
/// Tells that something has changed. A reader notes the count of changes, then looks at the thing itself, then waits
/// for a count above the noted one, so no change is missed in between. Any number of threads may raise it and wait for
/// it.
/// </summary>
internal sealed class ChangeSignal
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _next = NewSource();
    private long _count;

    /// <summary>The number of changes so far.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Something has changed: wakes all readers that wait.</summary>
    public void Raise()
    {
        TaskCompletionSource waiting;
        lock (_lock)
        {
            _count++;
            (waiting, _next) = (_next, NewSource());
        }
        waiting.SetResult();
    }

    /// <summary>Completes once <see cref="Count"/> is above <paramref name="seen"/>.</summary>
    public Task WaitAsync(long seen, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return _count > seen ? Task.CompletedTask : _next.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Completes once <see cref="Count"/> is above <paramref name="seen"/>, or after the timeout.</summary>
    /// <returns>Whether it was above before the timeout.</returns>
    public async Task<bool> WaitAsync(long seen, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        Task next;
        lock (_lock)
        {
            if (_count > seen)
                return true;
            next = _next.Task;
        }
        try
        {
            await next.WaitAsync(timeout, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
