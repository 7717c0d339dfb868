namespace SupplyChain.Planner;

/// <summary>
/// How long pages rest between two readings: at most a small part of the time is spent with reading, however much there
/// is to read, so that pages leave a busy node its time. People do not read faster than that.
/// </summary>
internal static class ReadingPause
{
    private const int PartOfTime = 30;
    private static readonly TimeSpan MaxReadInterval = TimeSpan.FromSeconds(5);

    /// <summary>The time from the beginning of a reading to the next one.</summary>
    /// <param name="reading">How long it took.</param>
    /// <param name="least">The shortest such time.</param>
    public static TimeSpan After(TimeSpan reading, TimeSpan least) =>
        TimeSpan.FromTicks(
            Math.Clamp(PartOfTime * reading.Ticks, least.Ticks, Math.Max(least.Ticks, MaxReadInterval.Ticks)));
}
