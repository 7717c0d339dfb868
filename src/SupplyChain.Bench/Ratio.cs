namespace SupplyChain.Bench;

/// <summary>The nodes against something else under the same load, round by round.</summary>
/// <param name="Skew">Which products were wanted.</param>
/// <param name="Against">What they are compared with.</param>
/// <param name="Median">Orders a second of the nodes for one of the other.</param>
/// <param name="Min">The worst round.</param>
/// <param name="Max">The best round.</param>
/// <param name="NodesDatabaseMs">CPU time of the database for an order of the nodes: the median.</param>
/// <param name="OtherDatabaseMs">The same of the other.</param>
/// <param name="Sustained">Whether the nodes could go on in every round.</param>
internal sealed record Ratio(
    string Skew, string Against, double Median, double Min, double Max, double? NodesDatabaseMs,
    double? OtherDatabaseMs, bool Sustained)
{
    /// <summary>Compares the runs of the nodes with those of everything else.</summary>
    /// <param name="runs">Of several rounds, each with a run of each.</param>
    /// <param name="nodes">What the runs of the nodes are called.</param>
    public static List<Ratio> Of(IEnumerable<OrderFigures> runs, string nodes) =>
    [
        .. from all in runs.GroupBy(run => run.Skew)
           let ours = all.Where(run => run.By == nodes).OrderBy(run => run.Round).ToArray()
           from theirs in all.Where(run => run.By != nodes).GroupBy(run => run.By)
           select Of(all.Key, ours, theirs.Key, [.. theirs.OrderBy(run => run.Round)]),
    ];

    /// <summary>A line about it.</summary>
    public string ForPeople => FormattableString.Invariant(
        $"{Skew}: nodes / {Against} {Median:0.00} ({Min:0.00} to {Max:0.00}), ")
        + FormattableString.Invariant(
        $"database CPU {NodesDatabaseMs ?? double.NaN:0.000} ms an order against {OtherDatabaseMs ?? double.NaN:0.000}")
        + (Sustained ? "" : "; NOT SUSTAINED");

    private static Ratio Of(string skew, OrderFigures[] ours, string against, OrderFigures[] theirs)
    {
        var ratios = ours.Zip(theirs, (our, their) => our.OrdersPerSecond / their.OrdersPerSecond).Order().ToArray();
        return new(
            skew, against, Middle(ratios), ratios[0], ratios[^1], DatabaseMs(ours), DatabaseMs(theirs),
            ours.All(run => run.Sustained));
    }

    private static double? DatabaseMs(OrderFigures[] runs)
    {
        var known = runs.Select(run => run.PerOrder.DatabaseCpuMs).OfType<double>().Order().ToArray();
        return known.Length == 0 ? null : Middle(known);
    }

    private static double Middle(double[] sorted) =>
        (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
