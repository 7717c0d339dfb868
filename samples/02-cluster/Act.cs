using System.Diagnostics;

namespace ClusterSample;

/// <summary>One act of the show, and what the customers felt of it.</summary>
internal sealed class Act(string title)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _longestTicks;
    private int _orders;
    private int _failedCalls;

    /// <summary>What happens.</summary>
    public string Title => title;

    /// <summary>Orders that were acknowledged.</summary>
    public int Orders => _orders;

    /// <summary>The same per second.</summary>
    public double OrdersPerSecond => _orders / _watch.Elapsed.TotalSeconds;

    /// <summary>The longest wait of a customer that got an answer in this act.</summary>
    public TimeSpan LongestGap => TimeSpan.FromTicks(Volatile.Read(ref _longestTicks));

    /// <summary>Calls that failed although the SDK had tried again; they were repeated under the same number.</summary>
    public int FailedCalls => _failedCalls;

    /// <summary>The act is over.</summary>
    public void End() => _watch.Stop();

    /// <summary>An order was acknowledged.</summary>
    public void Acknowledged() => Interlocked.Increment(ref _orders);

    /// <summary>A call failed.</summary>
    public void Failed() => Interlocked.Increment(ref _failedCalls);

    /// <summary>A customer got an answer, good or bad, after this long.</summary>
    public void Waited(TimeSpan time)
    {
        for (var longest = Volatile.Read(ref _longestTicks); time.Ticks > longest;)
        {
            var seen = Interlocked.CompareExchange(ref _longestTicks, time.Ticks, longest);
            if (seen == longest)
                return;
            longest = seen;
        }
    }
}
