namespace SupplyChain.Journal.Postgres;

/// <summary>
/// The database's clock, carried on by this machine's monotonic one: the same on every silo, however wrong a silo's own
/// clock is, and however it is set while the silo runs. Each commit tells the database's time; until the first one
/// did, the machine's clock is believed.
/// </summary>
public sealed class ClusterTime(TimeProvider machine) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly long _start = machine.GetTimestamp();
    private bool _known;

    // Cluster time at the start of the monotonic clock, in ticks.
    private long _atStart = machine.GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() =>
        new(Interlocked.Read(ref _atStart) + Ticks(GetTimestamp()), TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>
    /// The database read its clock at some moment between two of ours. What we believe is kept if it is possible, else
    /// it is moved just as far as it takes, so that a slow answer spoils nothing that a quick one has told.
    /// </summary>
    internal void Observe(DateTimeOffset databaseTime, long asked, long answered)
    {
        var (earliest, latest) = (databaseTime.UtcTicks - Ticks(answered), databaseTime.UtcTicks - Ticks(asked));
        lock (_lock)
        {
            var atStart = _known ? Math.Clamp(_atStart, earliest, latest) : earliest + (latest - earliest) / 2;
            Interlocked.Exchange(ref _atStart, atStart);
            _known = true;
        }
    }

    private long Ticks(long timestamp) => machine.GetElapsedTime(_start, timestamp).Ticks;
}
