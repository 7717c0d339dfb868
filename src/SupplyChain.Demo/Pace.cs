namespace SupplyChain.Demo;

/// <summary>How fast the simulation runs: quickly until it has reached the present, then with it.</summary>
internal sealed class Pace(SimulationClock clock, TimeProvider time, DemoWorldOptions options)
{
    private static readonly TimeSpan BeatInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PresentBeatInterval = TimeSpan.FromSeconds(2);

    private readonly TimeSpan _step = BeatInterval * (options.HoursPerSecond * 3_600);
    private long _lastBeat = time.GetTimestamp();

    /// <summary>Whether the simulation lives in the present.</summary>
    public bool AtPresent => clock.RealNow - clock.Now < _step;

    /// <summary>
    /// Waits for the next beat and answers how far to go. What a beat took longer than it should is not made up for: a
    /// busy node slows the simulation down.
    /// </summary>
    public async Task<DateTimeOffset> NextAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var beat = AtPresent ? PresentBeatInterval : BeatInterval;
        var rest = beat - time.GetElapsedTime(_lastBeat);
        if (rest > TimeSpan.Zero)
            await Task.Delay(rest, time, cancellationToken);
        _lastBeat = time.GetTimestamp();
        var real = clock.RealNow;
        return real - now < _step ? real : now + _step;
    }
}
