namespace SupplyChain.Demo;

/// <summary>When people order: office hours, few at night and at the weekend. The mean over a week is 1.</summary>
internal static class Rhythm
{
    private const double Weekday = 1.26;
    private const double Weekend = 0.35;

    private static readonly double[] ByHour =
    [
        0.15, 0.10, 0.10, 0.10, 0.15, 0.25, 0.50, 1.00, 1.80, 2.20, 2.30, 2.10,
        1.60, 1.90, 2.10, 2.00, 1.70, 1.20, 0.80, 0.60, 0.50, 0.40, 0.25, 0.20,
    ];

    /// <summary>How busy a local time is, 1 being the mean.</summary>
    public static double At(DateTimeOffset local) => ByHour[local.Hour]
        * (local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Weekend : Weekday);
}
