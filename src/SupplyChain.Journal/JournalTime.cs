namespace SupplyChain.Journal;

/// <summary>The journal keeps time in whole microseconds, UTC.</summary>
public static class JournalTime
{
    private const long UnixEpochMicroseconds = 62_135_596_800_000_000;

    /// <summary>Microseconds since 1970, cut towards the past.</summary>
    public static long ToMicroseconds(DateTimeOffset time) =>
        time.UtcTicks / TimeSpan.TicksPerMicrosecond - UnixEpochMicroseconds;

    /// <summary>The instant of <see cref="ToMicroseconds"/>, UTC.</summary>
    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new((microseconds + UnixEpochMicroseconds) * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>The same instant as it will be read back.</summary>
    public static DateTimeOffset Cut(DateTimeOffset time) =>
        new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
