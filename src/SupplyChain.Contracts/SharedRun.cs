namespace SupplyChain;

/// <summary>
/// Work that many ask for at the same time and that is done once for all who asked before it began. Who asks while it
/// runs gets the next run, which sees what that caller has just changed. Any number of threads may ask.
/// </summary>
internal sealed class SharedRun<T>
{
    private readonly Lock _lock = new();
    private TaskCompletionSource<T>? _next;

    /// <summary>What the next run to begin comes to.</summary>
    /// <param name="run">
    /// Waits until the work may begin, calls what it is given, and does the work: who asks after that call gets the
    /// run after this one. Of all who ask for a run, the first brings the work.
    /// </param>
    public Task<T> NextAsync(Func<Action, Task<T>> run)
    {
        TaskCompletionSource<T> result;
        lock (_lock)
        {
            if (_next is not null)
                return _next.Task;
            result = _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        _ = RunAsync(run, result);
        return result.Task;
    }

    private async Task RunAsync(Func<Action, Task<T>> run, TaskCompletionSource<T> result)
    {
        try
        {
            var value = await run(() => Begin(result));
            Begin(result);
            result.SetResult(value);
        }
        catch (Exception failure) // belongs to those who asked
        {
            Begin(result);
            result.SetException(failure);
        }
    }

    private void Begin(TaskCompletionSource<T> result)
    {
        lock (_lock)
        {
            _next = _next == result ? null : _next;
        }
    }
}
