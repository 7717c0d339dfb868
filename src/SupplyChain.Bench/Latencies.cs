using System.Diagnostics;
using System.Numerics;

namespace SupplyChain.Bench;

/// <summary>
/// How long calls took: counts in buckets that are a 64th of their value wide, so a percentile is at most 1.6 % too
/// high, however many calls there were. Any number of threads may add.
/// </summary>
internal sealed class Latencies
{
    private const int SubBits = 6;
    private const int SubBuckets = 1 << SubBits;
    private const double TicksPerMs = TimeSpan.TicksPerMillisecond;

    private readonly long[] _counts = new long[SubBuckets * (64 - SubBits + 1)];

    /// <summary>How many there are.</summary>
    public long Count => _counts.Sum();

    /// <summary>Adds the time since a timestamp of <see cref="Stopwatch"/>.</summary>
    public void AddSince(long began) => Add(Stopwatch.GetElapsedTime(began));

    /// <summary>Adds a time.</summary>
    public void Add(TimeSpan took) => Interlocked.Increment(ref _counts[Bucket((ulong)Math.Max(0, took.Ticks))]);

    /// <summary>The latency in ms that a share of the calls did not exceed; 0 without calls.</summary>
    public double Percentile(double share)
    {
        var left = (long)Math.Ceiling(share * Count);
        for (var bucket = 0; bucket < _counts.Length && left > 0; bucket++)
        {
            left -= _counts[bucket];
            if (left <= 0)
                return Highest(bucket) / TicksPerMs;
        }
        return 0;
    }

    /// <summary>Small values have a bucket each; of others the first bits after the highest decide.</summary>
    private static int Bucket(ulong ticks)
    {
        if (ticks < SubBuckets)
            return (int)ticks;
        var shift = BitOperations.Log2(ticks) - SubBits;
        return (shift + 1) * SubBuckets + (int)(ticks >> shift) - SubBuckets;
    }

    private static double Highest(int bucket)
    {
        var shift = bucket / SubBuckets - 1;
        return shift < 0 ? bucket : Math.ScaleB(SubBuckets + bucket % SubBuckets + 1, shift) - 1;
    }
}
