namespace SupplyChain.Demo;

/// <summary>Clocks on the wall.</summary>
internal static class LocalTime
{
    private static readonly TimeSpan StepInterval = TimeSpan.FromHours(1);

    /// <summary>The instant as a clock in the zone shows it; UTC on a machine without a zone database.</summary>
    public static DateTimeOffset In(string zone, DateTimeOffset instant) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known)
            ? TimeZoneInfo.ConvertTime(instant, known)
            : instant.ToUniversalTime();

    /// <summary>The first instant, not before the given one, when the local hour lies within opening hours.</summary>
    /// <param name="zone">Whose hours.</param>
    /// <param name="instant">The earliest instant.</param>
    /// <param name="opens">The first hour of the day, 0 to 23.</param>
    /// <param name="closes">The hour it is over, 1 to 24.</param>
    public static DateTimeOffset WhenOpen(string zone, DateTimeOffset instant, int opens, int closes)
    {
        var local = In(zone, instant);
        if (local.Hour >= opens && local.Hour < closes)
            return local;
        var midnight = local - local.TimeOfDay;
        var opening = (local.Hour < opens ? midnight : midnight.AddDays(1)).AddHours(opens);
        return In(zone, opening.AddMinutes(local.Minute));
    }

    /// <summary>The hour an instant lies in, counted from year 1.</summary>
    public static long HourOf(DateTimeOffset instant) => instant.UtcTicks / TimeSpan.TicksPerHour;

    /// <summary>The beginning of a counted hour.</summary>
    public static DateTimeOffset AtHour(long hour) => new(hour * TimeSpan.TicksPerHour, TimeSpan.Zero);

    /// <summary>The hours that lie within a span, the one it begins in included.</summary>
    public static IEnumerable<DateTimeOffset> Hours(DateTimeOffset from, DateTimeOffset to)
    {
        for (var hour = AtHour(HourOf(from)); hour <= to; hour += StepInterval)
            yield return hour;
    }
}
