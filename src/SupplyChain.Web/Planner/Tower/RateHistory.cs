namespace SupplyChain.Planner.Tower;

/// <summary>Events a second, minute by minute, over the last hour.</summary>
public sealed class RateHistory
{
    /// <summary>How many minutes are kept.</summary>
    public const int Minutes = 60;

    private readonly Lock _gate = new();
    private readonly (long Minute, double Sum, int Count)[] _ring = new (long, double, int)[Minutes];

    private (DateTimeOffset At, double EventsPerSecond)? _newest;

    /// <summary>When the first measurement was taken; null before.</summary>
    public DateTimeOffset? Since { get; private set; }

    /// <summary>Keeps a measurement.</summary>
    public void Add(DateTimeOffset at, double eventsPerSecond)
    {
        var minute = MinuteOf(at);
        lock (_gate)
        {
            Since ??= at;
            _newest = (at, eventsPerSecond);
            ref var kept = ref _ring[minute % Minutes];
            kept = kept.Minute == minute
                ? (minute, kept.Sum + eventsPerSecond, kept.Count + 1)
                : (minute, eventsPerSecond, 1);
        }
    }

    /// <summary>The newest measurement; null when it is more than a minute old, or there is none.</summary>
    public double? Newest(DateTimeOffset now)
    {
        lock (_gate)
            return _newest is { } newest && now - newest.At <= TimeSpan.FromMinutes(1) ? newest.EventsPerSecond : null;
    }

    /// <summary>The last sixty minutes, the one that runs is the last.</summary>
    public IReadOnlyList<MinuteRate> Until(DateTimeOffset now)
    {
        var last = MinuteOf(now);
        lock (_gate)
        {
            return
            [
                .. Enumerable.Range(0, Minutes).Select(index => last - Minutes + 1 + index).Select(minute =>
                {
                    var kept = _ring[minute % Minutes];
                    return new MinuteRate(
                        DateTimeOffset.UnixEpoch.AddMinutes(minute),
                        kept.Minute == minute && kept.Count > 0 ? kept.Sum / kept.Count : null);
                }),
            ];
        }
    }

    private static long MinuteOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / 60;
}
