using SupplyChain.Operations;

namespace SupplyChain.Journal.ReadModels;

/// <summary>
/// Sums over the order lines of one group and currency. A line with a scheduled date is on time when the date of its
/// last needed delivery is known and not after it; a line that was delivered at a time nobody knows is in no figure
/// about time.
/// </summary>
internal sealed class KpiSum
{
    /// <summary>Lines of which every uncancelled unit is delivered.</summary>
    public long Delivered { get; set; }

    /// <summary>Of these: with a scheduled date and a known delivery date.</summary>
    public long Dated { get; set; }

    /// <summary>Of these: on time.</summary>
    public long OnTime { get; set; }

    /// <summary>Of these: nothing damaged, refused, or cancelled by the supplier.</summary>
    public long OnTimeInFull { get; set; }

    /// <summary>Lines that should be delivered and are not.</summary>
    public long Overdue { get; set; }

    /// <summary>
    /// Units reserved when they were first decided, an increase by itself: of all lines, or of those delivered in the
    /// period.
    /// </summary>
    public long FirstAllocated { get; set; }

    /// <summary>Units of the same lines as they were ordered then.</summary>
    public long Ordered { get; set; }

    /// <summary>Units of the delivered lines.</summary>
    public long Shipped { get; set; }

    /// <summary>Delivered lines that have a value.</summary>
    public long Valued { get; set; }

    /// <summary>Their value as ordered, the thousands; see <see cref="ExactAmount"/>.</summary>
    public long Thousands { get; set; }

    /// <summary>The rest of it.</summary>
    public long Rest { get; set; }

    /// <summary>The figures of several sums together.</summary>
    public static KpiFigures Figures(IReadOnlyCollection<(string? Currency, KpiSum Sum)> sums)
    {
        var values = from part in sums
                     where part.Sum.Valued > 0
                     group new ExactAmount(part.Sum.Thousands, part.Sum.Rest).Value by part.Currency into amounts
                     orderby amounts.Key
                     select new Money(WithoutTrailingZeros(amounts.Sum()), amounts.Key);
        var all = values.ToItems();
        long Total(Func<KpiSum, long> figure) => sums.Sum(part => figure(part.Sum));
        var (onTime, dated) = (Total(sum => sum.OnTime), Total(sum => sum.Dated));
        return new(
            Total(sum => sum.Delivered), onTime, Percent(onTime, dated),
            Percent(Total(sum => sum.OnTimeInFull), dated + Total(sum => sum.Overdue)),
            Percent(Total(sum => sum.FirstAllocated), Total(sum => sum.Ordered)),
            Total(sum => sum.Shipped),
            all.Count == 1 ? all[0].Amount : null, all.Count == 1 ? all[0].Currency : null, all.Count > 1 ? all : null);
    }

    /// <summary>Dividing by one in the most digits leaves the fewest.</summary>
    private static decimal WithoutTrailingZeros(decimal amount) => amount / 1.0000000000000000000000000000m;

    private static decimal? Percent(long part, long whole) =>
        whole == 0 ? null : decimal.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero);
}
