using System.Diagnostics;

namespace SupplyChain;

/// <summary>How long each call took.</summary>
internal sealed class Latencies(int calls)
{
    private readonly long[] _ticks = new long[calls];
    private int _count;

    public void Add(long ticks) => _ticks[Interlocked.Increment(ref _count) - 1] = ticks;

    /// <summary>The latency in ms that a share of the calls did not exceed.</summary>
    public double Percentile(double share)
    {
        if (_count == 0)
        {
            return 0;
        }
        var sorted = _ticks[.._count];
        Array.Sort(sorted);
        return sorted[Math.Min(_count - 1, (int)(share * _count))] * 1000.0 / Stopwatch.Frequency;
    }
}
