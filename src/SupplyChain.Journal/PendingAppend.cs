using System.Diagnostics;

namespace SupplyChain.Journal;

/// <summary>One append between the pen and the store; without rows it is a heartbeat.</summary>
internal sealed class PendingAppend(Pen pen, JournaledEvent[] rows, DateTimeOffset deadline)
{
    // Continuations belong to the actors' threads, never to the writer's.
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _failure;

    public Pen Pen => pen;
    public JournaledEvent[] Rows => rows;
    public long FirstVersion => rows.Length > 0 ? rows[0].Version : 0;
    public long Since { get; } = Stopwatch.GetTimestamp();
    public DateTimeOffset Deadline => deadline;
    public long Bytes { get; } = rows.Sum(row => (long)row.Data.Length);
    public bool IsLive => _failure is null;
    public Task Task => _done.Task;

    /// <summary>Decides that this append will not happen, and with it everything later on its pen.</summary>
    public void Fail(Exception failure)
    {
        _failure = failure;
        pen.Break(failure, FirstVersion);
    }

    /// <summary>Tells the callers that wait. Called in queue order.</summary>
    public void Complete()
    {
        if (_failure is null)
        {
            _done.SetResult();
        }
        else
        {
            _done.SetException(_failure);
        }
    }
}
