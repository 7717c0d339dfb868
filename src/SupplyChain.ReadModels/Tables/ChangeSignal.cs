namespace SupplyChain.Tables;

/// <summary>Counts something and wakes those who wait for it to rise.</summary>
internal sealed class ChangeSignal
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _next = NewSource();
    private long _count;

    /// <summary>How often it was raised.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Raises it by one.</summary>
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
    public Task WaitAsync(long seen, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _count > seen ? Task.CompletedTask : _next.Task.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
