namespace SupplyChain.Demo;

/// <summary>
/// The simulated present. Until the simulation knows how far it had come, it is the earliest it can be: better nothing
/// is late for a moment than everything.
/// </summary>
public sealed class SimulationClock(TimeProvider time, DemoWorldOptions options)
{
    private long _ticks;

    /// <summary>The simulated instant.</summary>
    public DateTimeOffset Now => Interlocked.Read(ref _ticks) is > 0 and var ticks
        ? new(ticks, TimeSpan.Zero)
        : Earliest;

    /// <summary>Where a new simulation begins.</summary>
    public DateTimeOffset Earliest => LocalTime.AtHour(LocalTime.HourOf(time.GetUtcNow() - options.Past));

    /// <summary>The present of the real world.</summary>
    public DateTimeOffset RealNow => time.GetUtcNow();

    /// <summary>Moves on.</summary>
    public void Reach(DateTimeOffset now) => Interlocked.Exchange(ref _ticks, now.UtcTicks);
}
