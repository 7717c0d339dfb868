using System.Diagnostics;
using HdrHistogram;

namespace SupplyChain.Bench;

/// <summary>
/// How long calls took, to three significant digits, however many there were; what took longer than an hour took an
/// hour. Any number of threads may add; it is read when none does.
/// </summary>
internal sealed class Latencies
{
    private const int Digits = 3;
    private const double TicksPerMs = TimeSpan.TicksPerMillisecond;
    private static readonly TimeSpan LatencyLimit = TimeSpan.FromHours(1);

    private readonly LongConcurrentHistogram _histogram = new(1, LatencyLimit.Ticks, Digits);

    /// <summary>How many there are.</summary>
    public long Count => _histogram.TotalCount;

    /// <summary>Adds the time since a timestamp of <see cref="Stopwatch"/>.</summary>
    public void AddSince(long began) => Add(Stopwatch.GetElapsedTime(began));

    /// <summary>Adds a time.</summary>
    public void Add(TimeSpan took) => _histogram.RecordValue(Math.Clamp(took.Ticks, 0, LatencyLimit.Ticks));

    /// <summary>The latency in ms that a share of the calls did not exceed; 0 without calls.</summary>
    public double Percentile(double share) =>
        Count == 0 ? 0 : _histogram.GetValueAtPercentile(share * 100) / TicksPerMs;
}
