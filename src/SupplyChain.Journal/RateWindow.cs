using System.Diagnostics;

namespace SupplyChain.Journal;

/// <summary>Commits and events of the last ten whole seconds.</summary>
internal sealed class RateWindow
{
    private const int Seconds = 10;

    private readonly Lock _lock = new();
    private readonly (long Second, long Commits, long Events)[] _buckets = new (long, long, long)[Seconds + 1];

    /// <summary>One more commit, at a timestamp of the machine's monotonic clock.</summary>
    public void Add(long timestamp, int events)
    {
        var second = timestamp / Stopwatch.Frequency;
        lock (_lock)
        {
            ref var bucket = ref _buckets[second % _buckets.Length];
            bucket = bucket.Second == second
                ? (second, bucket.Commits + 1, bucket.Events + events)
                : (second, 1, events);
        }
    }

    /// <summary>The rate before a timestamp; the second that has not ended is left out.</summary>
    public JournalRate Read(long timestamp)
    {
        var now = timestamp / Stopwatch.Frequency;
        var (commits, events) = (0L, 0L);
        lock (_lock)
        {
            foreach (var bucket in _buckets)
            {
                if (bucket.Second < now && bucket.Second >= now - Seconds)
                {
                    commits += bucket.Commits;
                    events += bucket.Events;
                }
            }
        }
        return new(commits / (double)Seconds, events / (double)Seconds);
    }
}
