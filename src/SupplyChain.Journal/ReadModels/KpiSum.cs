using SupplyChain.Operations;

namespace SupplyChain.Journal.ReadModels;

/// <summary>
/// Sums over the order lines of one group and currency. A line with a scheduled date is on time when the date of its last needed
/// delivery is known and not after it; a line that was delivered at a time nobody knows is in no figure about time.
/// </summary>
/// <param name="Key">The group.</param>
/// <param name="Currency">The currency of the lines' values; null when they have none.</param>
/// <param name="Delivered">Lines of which every uncancelled unit is delivered.</param>
/// <param name="Dated">Of these: with a scheduled date and a known delivery date.</param>
/// <param name="OnTime">Of these: on time.</param>
/// <param name="OnTimeInFull">Of these: nothing damaged or refused.</param>
/// <param name="Overdue">Lines that should be delivered and are not.</param>
/// <param name="FirstAllocated">Units reserved when their order was first decided.</param>
/// <param name="Ordered">Units ordered in the same lines.</param>
/// <param name="Shipped">Units of the delivered lines.</param>
/// <param name="Amount">The value of the delivered lines as ordered.</param>
/// <param name="Valued">Delivered lines that have a value.</param>
internal sealed record KpiSum(
    string Key, string? Currency, long Delivered, long Dated, long OnTime, long OnTimeInFull, long Overdue,
    long FirstAllocated, long Ordered, long Shipped, ExactAmount Amount, long Valued)
{
    /// <summary>The figures of several sums together.</summary>
    public static KpiFigures Figures(IReadOnlyCollection<KpiSum> sums)
    {
        var values = from sum in sums
                     where sum.Valued > 0
                     group sum.Amount by sum.Currency into amounts
                     orderby amounts.Key
                     select new Money(amounts.Sum(amount => amount.Value), amounts.Key);
        var all = values.ToItems();
        var onTime = sums.Sum(sum => sum.OnTime);
        var dated = sums.Sum(sum => sum.Dated);
        return new(
            sums.Sum(sum => sum.Delivered), onTime, Percent(onTime, dated),
            Percent(sums.Sum(sum => sum.OnTimeInFull), dated + sums.Sum(sum => sum.Overdue)),
            Percent(sums.Sum(sum => sum.FirstAllocated), sums.Sum(sum => sum.Ordered)),
            sums.Sum(sum => sum.Shipped),
            all.Count == 1 ? all[0].Amount : null, all.Count == 1 ? all[0].Currency : null, all.Count > 1 ? all : null);
    }

    private static decimal? Percent(long part, long whole) =>
        whole == 0 ? null : decimal.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero);
}
