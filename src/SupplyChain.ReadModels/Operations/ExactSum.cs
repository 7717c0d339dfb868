namespace SupplyChain.Operations;

/// <summary>
/// A sum of amounts of money as three whole numbers, each added up by itself, so that the sum of billions of the
/// largest amounts is exact and fits: thousands, whole units below a thousand, and billionths of a unit.
/// </summary>
internal readonly record struct ExactSum(long Thousands, long Units, long Billionths)
{
    private const long Billion = 1_000_000_000;

    /// <summary>The amount it stands for.</summary>
    public decimal Amount => Thousands * 1_000m + Units + Billionths / (decimal)Billion;

    /// <summary>One amount.</summary>
    public static ExactSum Of(decimal amount)
    {
        var exact = ExactAmount.Of(amount);
        return new(exact.Thousands, exact.Rest / Billion, exact.Rest % Billion);
    }

    public static ExactSum operator +(ExactSum one, ExactSum other) =>
        new(one.Thousands + other.Thousands, one.Units + other.Units, one.Billionths + other.Billionths);

    public static ExactSum operator *(long times, ExactSum sum) =>
        new(times * sum.Thousands, times * sum.Units, times * sum.Billionths);
}
