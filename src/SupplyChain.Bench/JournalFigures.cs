namespace SupplyChain.Bench;

/// <summary>What writing in one way measured.</summary>
/// <param name="Way">How it was written.</param>
/// <param name="Writers">How many wrote at the same time.</param>
/// <param name="PerSecond">Durable writes per second.</param>
/// <param name="P50Ms">The median of their latencies.</param>
/// <param name="P99Ms">The latency one in a hundred exceeded.</param>
internal sealed record JournalFigures(string Way, int Writers, double PerSecond, double P50Ms, double P99Ms)
{
    /// <summary>The head of the table.</summary>
    public static string Head => "writing                          writers   writes/s    p50 ms    p99 ms";

    /// <summary>A row of the table.</summary>
    public string Row => FormattableString.Invariant(
        $"{Way,-32} {Writers,7} {PerSecond,10:#,##0} {P50Ms,9:0.0} {P99Ms,9:0.0}");
}
