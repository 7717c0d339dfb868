namespace SupplyChain.Operations;

/// <summary>
/// Puts a period together from the stretches of time for which sums are kept, with the fewest of them: what is missing
/// of a stretch is taken away again where that is shorter than adding up the rest. At most 15 days and 6 months at each
/// end, and the years between.
/// </summary>
internal static class KpiPeriod
{
    private const int MonthsAYear = 12;

    /// <summary>Stretches of one span that follow each other.</summary>
    /// <param name="Span">How long each is.</param>
    /// <param name="From">The first.</param>
    /// <param name="To">The first one after them.</param>
    /// <param name="Times">1 when they are added, -1 when they are taken away.</param>
    public readonly record struct Part(KpiSpan Span, long From, long To, int Times);

    /// <summary>The number of a day's month.</summary>
    public static long Month(DateOnly day) => day.Year * MonthsAYear + day.Month - 1;

    /// <summary>The parts of a period that ends before <paramref name="to"/>; none of an empty one.</summary>
    /// <param name="from">Its first day.</param>
    /// <param name="to">The first day after it.</param>
    public static IEnumerable<Part> Parts(DateOnly from, DateOnly to) =>
        from >= to ? [] : Days(from, to).OfType<Part>();

    private static Part?[] Days(DateOnly from, DateOnly to)
    {
        var (first, last) = (NearestMonth(from), NearestMonth(to));
        return first == last
            ? [Between(KpiSpan.Day, from.DayNumber, to.DayNumber)]
            :
            [
                Between(KpiSpan.Day, from.DayNumber, FirstDay(first)),
                .. Months(first, last),
                Between(KpiSpan.Day, FirstDay(last), to.DayNumber),
            ];
    }

    private static Part?[] Months(long from, long to)
    {
        var (first, last) = (NearestYear(from), NearestYear(to));
        return first == last
            ? [Between(KpiSpan.Month, from, to)]
            :
            [
                Between(KpiSpan.Month, from, first * MonthsAYear),
                Between(KpiSpan.Year, first, last),
                Between(KpiSpan.Month, last * MonthsAYear, to),
            ];
    }

    /// <summary>What lies between two starts: added when they come in order, taken away when not.</summary>
    private static Part? Between(KpiSpan span, long from, long to) =>
        from == to ? null : from < to ? new(span, from, to, 1) : new(span, to, from, -1);

    /// <summary>The month whose first day is the nearest.</summary>
    private static long NearestMonth(DateOnly day) =>
        Month(day) + (2 * (day.Day - 1) > DateTime.DaysInMonth(day.Year, day.Month) ? 1 : 0);

    private static long NearestYear(long month) => (month + MonthsAYear / 2 - 1) / MonthsAYear;

    private static long FirstDay(long month) => month == (DateOnly.MaxValue.Year + 1) * MonthsAYear
        ? DateOnly.MaxValue.DayNumber + 1
        : new DateOnly((int)(month / MonthsAYear), (int)(month % MonthsAYear) + 1, 1).DayNumber;
}
