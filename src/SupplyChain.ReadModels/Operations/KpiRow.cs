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

    private const string Unknown = "unknown";

    /// <summary>The sums to which a share is added.</summary>
    public static IEnumerable<KpiRow> Of(string tenant, KpiShare share)
    {
        foreach (var (grouping, key) in Keys(share))
        {
            yield return new(tenant, grouping, KpiSpan.Ever, 0, key, share.Currency);
            if (share.DeliveredOn is { } day)
            {
                foreach (var (span, start) in Spans(day))
                {
                    yield return new(tenant, grouping, span, start, key, share.Currency);
                }
            }
        }
    }

    /// <summary>Where it is counted as due.</summary>
    public static IEnumerable<KpiRow> OfDue(string tenant, KpiShare share) =>
        share.Due is not { } day
            ? []
            : from under in Keys(share)
              from span in Spans(day)
              select new KpiRow(tenant, under.Grouping, span.Span, span.Start, under.Key, "");

    private static (KpiSpan Span, long Start)[] Spans(DateOnly day) =>
    [
        (KpiSpan.Year, day.Year), (KpiSpan.Month, KpiPeriod.Month(day)), (KpiSpan.Day, day.DayNumber),
    ];

    private static (int Grouping, string Key)[] Keys(KpiShare share) =>
    [
        (Ungrouped, ""),
        ((int)KpiGrouping.Mode, share.Mode ?? Unknown),
        ((int)KpiGrouping.Country, share.Country),
        ((int)KpiGrouping.Warehouse, share.Warehouse ?? Unknown),
        ((int)KpiGrouping.Customer, share.Customer),
    ];
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
