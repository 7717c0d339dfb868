using System.Collections.Concurrent;
using System.Diagnostics;

namespace SupplyChain.Bench;

/// <summary>What became of what the clients did; any number of them add to it.</summary>
internal sealed class Tally(MeasuredTime measured)
{
    private readonly Latencies _latencies = new();
    private readonly long[] _done = new long[Enum.GetValues<Operation>().Length];
    private long _errors;
    private long _overdue;

    /// <summary>How long it took of each that was due in the measured time, also when it was answered behind it.
    /// </summary>
    public Latencies Latencies => _latencies;

    /// <summary>Answered well in the measured time.</summary>
    public long Done => _done.Sum();

    /// <summary>Due in the measured time and not even begun at its end.</summary>
    public long Overdue => Volatile.Read(ref _overdue);

    /// <summary>Refused, failed or not fully done, in the measured time.</summary>
    public long Errors => Volatile.Read(ref _errors);

    /// <summary>How long it took of each that was refused, failed or not fully done in the measured time, from when it
    /// was due.</summary>
    public Latencies LatenciesOfErrors { get; } = new();

    /// <summary>What went wrong, and how often.</summary>
    public ConcurrentDictionary<string, int> Trouble { get; } = [];

    /// <summary>Of those that were answered well, the ones of a kind.</summary>
    public long DoneOf(Operation operation) => Volatile.Read(ref _done[(int)operation]);

    /// <summary>Adds what could not even be begun; it waited until the end at least.</summary>
    public void AddOverdue(long due)
    {
        if (!measured.IsOver || !measured.Contains(due))
            return;
        Interlocked.Increment(ref _overdue);
        _latencies.Add(Stopwatch.GetElapsedTime(due, measured.To));
    }

    /// <summary>Adds what was answered now.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="due">When it was to be begun.</param>
    public void Add(Outcome outcome, long due)
    {
        var trouble = outcome.Trouble;
        var now = Stopwatch.GetTimestamp();
        if (trouble is null && measured.Contains(due))
            _latencies.Add(Stopwatch.GetElapsedTime(due, now));
        if (!measured.Contains(now))
            return;
        Interlocked.Increment(ref trouble is null ? ref _done[(int)outcome.Operation] : ref _errors);
        if (trouble is null)
            return;
        LatenciesOfErrors.Add(Stopwatch.GetElapsedTime(due, now));
        Trouble.AddOrUpdate(trouble, 1, (_, count) => count + 1);
    }
}
