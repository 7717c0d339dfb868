namespace SupplyChain.Operations;

/// <summary>
/// Sums over order lines. A line with a scheduled date is on time when the date of its last needed delivery is known
/// and not after it; a line that was delivered at an unknown time is in no figure about time.
/// </summary>
/// <param name="Lines">All lines that were added up, whatever they say.</param>
/// <param name="Delivered">Lines of which every uncancelled unit is delivered.</param>
/// <param name="Dated">Of these: with a scheduled date and a known delivery date.</param>
/// <param name="OnTime">Of these: on time.</param>
/// <param name="OnTimeInFull">Of these: nothing damaged, refused, or cancelled by the supplier.</param>
/// <param name="FirstAllocated">Units reserved when they were first decided, an increase by itself.</param>
/// <param name="Ordered">Units of the same lines as they were ordered then.</param>
/// <param name="Shipped">Units of the delivered lines.</param>
/// <param name="Valued">Delivered lines that have a value.</param>
/// <param name="Value">Their value as ordered.</param>
internal readonly record struct KpiSum(
    long Lines, long Delivered, long Dated, long OnTime, long OnTimeInFull, long FirstAllocated, long Ordered,
    long Shipped, long Valued, ExactSum Value)
{
    public static KpiSum operator +(KpiSum one, KpiSum other) => new(
        one.Lines + other.Lines, one.Delivered + other.Delivered, one.Dated + other.Dated, one.OnTime + other.OnTime,
        one.OnTimeInFull + other.OnTimeInFull, one.FirstAllocated + other.FirstAllocated, one.Ordered + other.Ordered,
        one.Shipped + other.Shipped, one.Valued + other.Valued, one.Value + other.Value);

    public static KpiSum operator *(long times, KpiSum sum) => new(
        times * sum.Lines, times * sum.Delivered, times * sum.Dated, times * sum.OnTime, times * sum.OnTimeInFull,
        times * sum.FirstAllocated, times * sum.Ordered, times * sum.Shipped, times * sum.Valued, times * sum.Value);

    /// <summary>The figures of several sums together, beside lines that should be delivered and are not.</summary>
    public static KpiFigures Figures(IReadOnlyCollection<(string Currency, KpiSum Sum)> sums, long overdue)
    {
        var values = from part in sums
                     where part.Sum.Valued > 0
                     group part.Sum.Value by part.Currency into amounts
                     orderby amounts.Key
                     select new Money(
                         WithoutTrailingZeros(amounts.Aggregate((one, other) => one + other).Amount), amounts.Key);
        var all = values.ToItems();
        var total = sums.Aggregate(default(KpiSum), (sum, part) => sum + part.Sum);
        return new(
            total.Delivered, total.OnTime, Percent(total.OnTime, total.Dated),
            Percent(total.OnTimeInFull, total.Dated + overdue), Percent(total.FirstAllocated, total.Ordered),
            total.Shipped,
            all.Count == 1 ? all[0].Amount : null, all.Count == 1 ? all[0].Currency : null, all.Count > 1 ? all : null);
    }

    /// <summary>Dividing by one in the most digits leaves the fewest.</summary>
    private static decimal WithoutTrailingZeros(decimal amount) => amount / 1.0000000000000000000000000000m;

    private static decimal? Percent(long part, long whole) =>
        whole == 0 ? null : decimal.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero);
}
