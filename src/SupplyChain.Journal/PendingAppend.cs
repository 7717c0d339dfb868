using System.Diagnostics;

namespace SupplyChain.Journal;

/// <summary>One append between the pen and the store; without rows it is a heartbeat.</summary>
internal sealed class PendingAppend(
    StreamId stream, PenGroup group, long number, JournaledEvent[] rows, DateTimeOffset deadline)
{
    // Continuations belong to the actors' threads, never to the writer's.
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _failure;

    public StreamId Stream => stream;
    public JournaledEvent[] Rows => rows;
    public long FirstVersion => rows.Length > 0 ? rows[0].Version : 0;
    public long Since { get; } = Stopwatch.GetTimestamp();
    public DateTimeOffset Deadline => deadline;
    public long Bytes { get; } = rows.Sum(row => (long)row.Data.Length);
    public bool IsLive => _failure is null;
    public Task Task => _done.Task;

    /// <summary>The failure of an append of its activation before it; null when nothing was lost.</summary>
    public Exception? WhyBroken() => group.WhyBroken(number);

    /// <summary>Decides that this append will not happen, and with it every later one of its activation.</summary>
    public void Fail(Exception failure)
    {
        _failure = failure;
        group.Break(failure, stream, number);
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
