namespace SupplyChain.Demo;

/// <summary>
/// When a warehouse is closed: at most once in twenty days, so one bad day is over before the next can begin.
/// </summary>
internal sealed class BadDays(Seed seed)
{
    private const int WindowHours = 20 * 24;
    private const int MaxHours = 36;
    private const double ShareOfWindows = 0.16;

    private static readonly string[] Reasons =
    [
        "Power failure", "Flooded yard", "Warehouse system down", "Strike", "Fire alarm", "Storm warning",
        "Gas leak nearby", "Stocktaking overran",
    ];

    /// <summary>The bad day of a warehouse in the window an instant lies in; null when it has none.</summary>
    public BadDay? Around(WarehouseSite site, DateTimeOffset instant)
    {
        var window = LocalTime.HourOf(instant) / WindowHours;
        var chance = seed.For("bad-day", site.Id, window);
        if (!chance.Happens(ShareOfWindows))
            return null;
        var from = LocalTime.AtHour(window * WindowHours) + chance.Hours(0, WindowHours - MaxHours - 1);
        return new(from, from + chance.Hours(4, MaxHours), chance.Pick(Reasons));
    }

    /// <summary>The instant itself, or when a bad day around it is over.</summary>
    public DateTimeOffset OpenFrom(WarehouseSite site, DateTimeOffset instant) =>
        Around(site, instant) is { } day && day.From <= instant && instant < day.To ? day.To : instant;
}
