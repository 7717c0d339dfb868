namespace SupplyChain.Operations;

/// <summary>Until when an exception can be snoozed with one click.</summary>
internal static class SnoozeTimes
{
    /// <summary>How many there are at most.</summary>
    public const int Most = 4;

    private const int MorningHour = 8;

    /// <summary>In words, with the time; in the zone of the time given.</summary>
    public static IEnumerable<(string Word, DateTimeOffset Until)> From(DateTimeOffset now)
    {
        yield return ("1 hour", now.AddHours(1));
        yield return ("4 hours", now.AddHours(4));
        yield return ("Tomorrow 08:00", Morning(now, 1));
        if (now.DayOfWeek != DayOfWeek.Sunday)
            yield return ("Monday 08:00", Morning(now, DaysToMonday(now.DayOfWeek)));
    }

    private static DateTimeOffset Morning(DateTimeOffset now, int days) =>
        new(now.Date.AddDays(days).AddHours(MorningHour), now.Offset);

    private static int DaysToMonday(DayOfWeek today) => today == DayOfWeek.Monday ? 7 : (8 - (int)today) % 7;
}
