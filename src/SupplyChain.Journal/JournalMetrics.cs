using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SupplyChain.Journal;

/// <summary>
/// What this process's writer of the journal tells a monitoring system, under the meter <c>SupplyChain.Journal</c>.
/// Told once per commit and once per append, without tags, so that without a listener it costs next to nothing and with
/// one listening little more.
/// </summary>
public sealed class JournalMetrics : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "SupplyChain.Journal";

    private readonly RateWindow _rate = new();
    private readonly Meter? _own;
    private readonly Counter<long> _commits;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _events;
    private readonly Counter<long> _conflicts;
    private readonly Counter<long> _expired;
    private readonly Histogram<int> _batch;
    private readonly Histogram<double> _append;
    private long _lastWrite = Stopwatch.GetTimestamp();
    private long _failingSince;
    private bool _everWritten;
    private Func<long> _queued = () => 0;

    /// <summary>Makes the instruments; without a factory they have no listener.</summary>
    public JournalMetrics(IMeterFactory? meters = null)
    {
        var meter = meters?.Create(MeterName) ?? (_own = new(MeterName));
        _commits = meter.CreateCounter<long>("supplychain.journal.commits", "{commit}", "Commits of events.");
        _failures = meter.CreateCounter<long>(
            "supplychain.journal.commit.failures", "{commit}", "Commits that failed; what was in them is unknown.");
        _events = meter.CreateCounter<long>("supplychain.journal.events", "{event}", "Events made durable.");
        _conflicts = meter.CreateCounter<long>(
            "supplychain.journal.conflicts", "{append}", "Appends refused because another activation was first.");
        _expired = meter.CreateCounter<long>(
            "supplychain.journal.expired", "{append}", "Appends dropped because their deadline had passed.");
        _batch = meter.CreateHistogram("supplychain.journal.batch.size", "{event}", "Events in one commit.",
            advice: new InstrumentAdvice<int>
            {
                HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000],
            });
        _append = meter.CreateHistogram("supplychain.journal.append.duration", "s", "From an append to its answer.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [.0005, .001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5, 10],
            });
        meter.CreateObservableGauge(
            "supplychain.journal.queue.length", () => _queued(), "{event}", "Events that wait or are in flight.");
    }

    /// <summary>Whether anything was written durably since the start.</summary>
    public bool EverWritten => Volatile.Read(ref _everWritten);

    /// <summary>How long nothing was written durably, counted from the start when nothing ever was.</summary>
    public TimeSpan SinceLastWrite => Stopwatch.GetElapsedTime(Interlocked.Read(ref _lastWrite));

    /// <summary>How long every write has failed; zero while the last one succeeded.</summary>
    public TimeSpan Failing =>
        Interlocked.Read(ref _failingSince) is > 0 and var since ? Stopwatch.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>How much this process wrote over the last ten seconds.</summary>
    public JournalRate Rate => _rate.Read(Stopwatch.GetTimestamp());

    /// <summary>Ends the meter when it is ours.</summary>
    public void Dispose() => _own?.Dispose();

    internal void Watch(Func<long> queued) => _queued = queued;

    internal void Wrote(int events)
    {
        var now = Stopwatch.GetTimestamp();
        Interlocked.Exchange(ref _lastWrite, now);
        Interlocked.Exchange(ref _failingSince, 0);
        Volatile.Write(ref _everWritten, true);
        if (events > 0)
        {
            _rate.Add(now, events);
            _commits.Add(1);
            _events.Add(events);
            _batch.Record(events);
        }
    }

    internal void Failed()
    {
        Interlocked.CompareExchange(ref _failingSince, Stopwatch.GetTimestamp(), 0);
        _failures.Add(1);
    }

    internal void Conflict() => _conflicts.Add(1);

    internal void Expired() => _expired.Add(1);

    internal void Answered(long since)
    {
        if (_append.Enabled)
        {
            _append.Record(Stopwatch.GetElapsedTime(since).TotalSeconds);
        }
    }
}
