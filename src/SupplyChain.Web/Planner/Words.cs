using System.Globalization;

namespace SupplyChain.Planner;

/// <summary>Figures, dates and times as people read them.</summary>
public static class Words
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>What is not there.</summary>
    public const string None = "–";

    /// <summary>A figure with separators.</summary>
    public static string Number(long number) => number.ToString("N0", English);

    /// <summary>A figure as an address holds it.</summary>
    public static string Plain(long number) => number.ToString(English);

    /// <summary>A figure and its unit, in the singular where it is one.</summary>
    public static string Count(long number, string one, string? many = null) =>
        $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>US dollars, with cents below a hundred.</summary>
    public static string Usd(decimal amount) => $"USD {amount.ToString(amount < 100 ? "N2" : "N0", English)}";

    /// <summary>A place in a row: "1st".</summary>
    public static string Ordinal(long place) => Number(place)
        + (place % 100 is >= 11 and <= 13 ? "th" : (place % 10) switch
        {
            1 => "st",
            2 => "nd",
            3 => "rd",
            _ => "th",
        });

    /// <summary>A change with its sign.</summary>
    public static string Signed(long change) => change switch
    {
        > 0 => $"+{Number(change)}",
        < 0 => $"−{Number(-change)}",
        _ => "0",
    };

    /// <summary>Percent without decimals.</summary>
    public static string Percent(double percent) => $"{percent.ToString("0", English)} %";

    /// <summary>A share of a hundred, with a decimal unless it is whole.</summary>
    public static string Share(decimal percent) => percent.ToString("0.#", English);

    /// <summary>A date, with its year when that is another one than now.</summary>
    public static string Date(DateOnly date, DateTimeOffset now) =>
        date.ToString(date.Year == now.Year ? "d MMM" : "d MMM yyyy", English);

    /// <summary>A date with its day of the week.</summary>
    public static string Day(DateOnly date, DateTimeOffset now) =>
        date.ToString(date.Year == now.Year ? "ddd d MMM" : "ddd d MMM yyyy", English);

    /// <summary>A date and the time of day, in the viewer's zone.</summary>
    public static string Moment(DateTimeOffset instant, Viewer viewer)
    {
        var there = TimeZoneInfo.ConvertTime(instant, viewer.Zone);
        return there.ToString(there.Year == viewer.Now.Year ? "d MMM HH:mm" : "d MMM yyyy HH:mm", English);
    }

    /// <summary>The time of day to the second, in the viewer's zone; with the date when that is not today.</summary>
    public static string Clock(DateTimeOffset instant, Viewer viewer)
    {
        var there = TimeZoneInfo.ConvertTime(instant, viewer.Zone);
        return there.ToString(there.Date == viewer.Now.Date ? "HH:mm:ss" : "d MMM HH:mm:ss", English);
    }

    /// <summary>The time of day to the minute, in the viewer's zone.</summary>
    public static string Minute(DateTimeOffset instant, Viewer viewer) =>
        TimeZoneInfo.ConvertTime(instant, viewer.Zone).ToString("HH:mm", English);

    /// <summary>The instant in UTC and, if it was told with an offset, there.</summary>
    public static string Exact(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", English);
        return instant.Offset == TimeSpan.Zero
            ? utc
            : $"{utc}, told as {instant.ToString("yyyy-MM-dd HH:mm zzz", English)}";
    }

    /// <summary>How long something took.</summary>
    public static string Span(long milliseconds) => milliseconds < 1_000
        ? $"{milliseconds} ms"
        : Age(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>How old something is, in one unit.</summary>
    public static string Age(TimeSpan age) => age.TotalSeconds switch
    {
        < 1 => "under 1 s",
        < 60 => $"{(int)age.TotalSeconds} s",
        < 3_600 => $"{(int)age.TotalMinutes} min",
        < 86_400 => $"{(int)age.TotalHours} h",
        _ => Count((int)age.TotalDays, "day"),
    };

    /// <summary>How far an arrival is from what was promised.</summary>
    public static string ToPromise(DateOnly arrival, DateOnly promise) => (arrival.DayNumber - promise.DayNumber) switch
    {
        0 => "on the promised day",
        < 0 and var early => $"{Count(-early, "day")} early",
        var late => $"{Count(late, "day")} after promise",
    };

    /// <summary>Several things as people list them.</summary>
    public static string List(IReadOnlyList<string> things) => things.Count switch
    {
        0 => "",
        1 => things[0],
        _ => $"{string.Join(", ", things.Take(things.Count - 1))} and {things[^1]}",
    };
}
