namespace SupplyChain.Journal.Sqlite;

/// <summary>
/// Runs its tasks one after the other on a thread of its own, so that blocking calls block no other thread.
/// </summary>
internal sealed class DedicatedThread : TaskScheduler, IDisposable
{
    private readonly WorkQueue<Task> _tasks = new();
    private readonly Thread _thread;

    /// <summary>Starts the thread.</summary>
    public DedicatedThread(string name)
    {
        _thread = new Thread(Run) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs something on the thread.</summary>
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken = default) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.RunContinuationsAsynchronously, this);

    /// <summary>Finishes what is queued and ends the thread.</summary>
    public void Dispose()
    {
        _tasks.Complete();
        _thread.Join();
    }

    /// <inheritdoc/>
    protected override void QueueTask(Task task) => ObjectDisposedException.ThrowIf(!_tasks.TryAdd(task), this);

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && Thread.CurrentThread == _thread && TryExecuteTask(task);

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => _tasks.ToArray();

    private void Run()
    {
        while (_tasks.TryTake(out var task))
        {
            TryExecuteTask(task);
        }
    }
}
