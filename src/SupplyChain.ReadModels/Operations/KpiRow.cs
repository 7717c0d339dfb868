namespace SupplyChain.Operations;

/// <summary>Where a sum is kept: of the lines of one key, in one stretch of time and one currency.</summary>
/// <param name="Tenant">Whose lines.</param>
/// <param name="Grouping">What the key is: a <see cref="KpiGrouping"/>, or <see cref="Ungrouped"/>.</param>
/// <param name="Span">How long the stretch is.</param>
/// <param name="Start">Which one: 0 for all time, a year, a month (see <see cref="KpiPeriod.Month"/>), a day.</param>
/// <param name="Key">The key as given, <c>unknown</c> when absent; empty without grouping.</param>
/// <param name="Currency">Of the values; empty for lines without one, and for lines that are due.</param>
internal readonly record struct KpiRow(
    string Tenant, int Grouping, KpiSpan Span, long Start, string Key, string Currency)
{
    /// <summary>All lines together.</summary>
    public const int Ungrouped = 0;

    private const int LastGrouping = (int)KpiGrouping.Customer;
    private const string Unknown = "unknown";

    /// <summary>The sums to which a share is added.</summary>
    public static IEnumerable<KpiRow> Of(string tenant, KpiShare share)
    {
        for (var grouping = Ungrouped; grouping <= LastGrouping; grouping++)
        {
            var key = Under(grouping, share);
            yield return new(tenant, grouping, KpiSpan.Ever, 0, key, share.Currency);
            if (share.DeliveredOn is { } day)
            {
                for (var span = KpiSpan.Year; span <= KpiSpan.Day; span++)
                {
                    yield return new(tenant, grouping, span, StartOf(span, day), key, share.Currency);
                }
            }
        }
    }

    /// <summary>Where it is counted as due.</summary>
    public static IEnumerable<KpiRow> OfDue(string tenant, KpiShare share)
    {
        if (share.Due is not { } day)
        {
            yield break;
        }
        for (var grouping = Ungrouped; grouping <= LastGrouping; grouping++)
        {
            var key = Under(grouping, share);
            for (var span = KpiSpan.Year; span <= KpiSpan.Day; span++)
            {
                yield return new(tenant, grouping, span, StartOf(span, day), key, "");
            }
        }
    }

    private static long StartOf(KpiSpan span, DateOnly day) => span switch
    {
        KpiSpan.Year => day.Year,
        KpiSpan.Month => KpiPeriod.Month(day),
        _ => day.DayNumber,
    };

    private static string Under(int grouping, KpiShare share) => (KpiGrouping)grouping switch
    {
        KpiGrouping.Mode => share.Mode ?? Unknown,
        KpiGrouping.Country => share.Country,
        KpiGrouping.Warehouse => share.Warehouse ?? Unknown,
        KpiGrouping.Customer => share.Customer,
        _ => "",
    };
}

/// <summary>Stretches of time for which sums are kept.</summary>
internal enum KpiSpan
{
    /// <summary>All of it, lines without a date included.</summary>
    Ever = 0,

    /// <summary>A year.</summary>
    Year = 1,

    /// <summary>A month.</summary>
    Month = 2,

    /// <summary>A day.</summary>
    Day = 3,
}
