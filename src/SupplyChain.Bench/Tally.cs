using System.Collections.Concurrent;
using System.Diagnostics;

namespace SupplyChain.Bench;

/// <summary>What became of what the clients did; any number of them add to it.</summary>
internal sealed class Tally(MeasuredTime measured)
{
    private readonly Latencies _latencies = new();
    private long _done;
    private long _errors;

    /// <summary>How long it took of each that was due in the measured time, also when it was answered behind it.
    /// </summary>
    public Latencies Latencies => _latencies;

    /// <summary>Answered well in the measured time.</summary>
    public long Done => Volatile.Read(ref _done);

    /// <summary>Refused, failed or not fully done, in the measured time.</summary>
    public long Errors => Volatile.Read(ref _errors);

    /// <summary>What went wrong, and how often.</summary>
    public ConcurrentDictionary<string, int> Trouble { get; } = [];

    /// <summary>Adds an answer that came now.</summary>
    /// <param name="trouble">What went wrong; null when nothing did.</param>
    /// <param name="due">When it was to be asked for.</param>
    public void Add(string? trouble, long due)
    {
        var now = Stopwatch.GetTimestamp();
        if (trouble is null && measured.Contains(due))
            _latencies.Add(Stopwatch.GetElapsedTime(due, now));
        if (!measured.Contains(now))
            return;
        Interlocked.Increment(ref trouble is null ? ref _done : ref _errors);
        if (trouble is not null)
            Trouble.AddOrUpdate(trouble, 1, (_, count) => count + 1);
    }
}
