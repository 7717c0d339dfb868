namespace SupplyChain;

/// <summary>
/// Work that many callers ask for at the same time and that is done once for all of them that asked before it began. A
/// caller that asks while it runs gets the next run, which sees what that caller has just changed. Any number of
/// threads may ask.
/// </summary>
internal sealed class SharedRun<T>
{
    private readonly Lock _lock = new();
    private TaskCompletionSource<T>? _next;

    /// <summary>What the next run to begin comes to.</summary>
    /// <param name="run">
    /// Waits until the work may begin, calls the action it is given, and does the work: callers that ask after that
    /// call get the run after this one. Of all callers that ask for a run, the first brings the work.
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
        catch (Exception failure) // belongs to the callers that asked
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
