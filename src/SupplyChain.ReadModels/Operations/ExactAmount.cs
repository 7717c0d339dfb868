namespace SupplyChain.Operations;

/// <summary>
/// An amount of money as two whole numbers, so that the sum over millions of the largest amounts is exact and fits: the
/// thousands, and the rest in billionths (finer fractions are rounded).
/// </summary>
internal readonly record struct ExactAmount(long Thousands, long Rest)
{
    private const decimal Billion = 1_000_000_000m;

    /// <summary>Splits an amount.</summary>
    public static ExactAmount Of(decimal amount)
    {
        var thousands = decimal.Floor(amount / 1_000);
        return new((long)thousands, (long)decimal.Round((amount - thousands * 1_000) * Billion));
    }

    /// <summary>The amount that sums of the two stand for.</summary>
    public decimal Value => Thousands * 1_000m + Rest / Billion;
}
