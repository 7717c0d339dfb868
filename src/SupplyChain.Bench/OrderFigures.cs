namespace SupplyChain.Bench;

/// <summary>What one run measured.</summary>
/// <param name="Skew">Which products were wanted.</param>
/// <param name="Clients">How many clients there were.</param>
/// <param name="Orders">Orders that were placed and fully allocated while it was measured.</param>
/// <param name="OrdersPerSecond">The same per second.</param>
/// <param name="P50Ms">The median of their latencies.</param>
/// <param name="P99Ms">The latency one in a hundred exceeded.</param>
/// <param name="MaxMs">The longest.</param>
/// <param name="Errors">Orders that were refused, not answered, or not fully allocated.</param>
/// <param name="NodeCpuMsPerOrder">CPU time of all nodes.</param>
/// <param name="DatabaseCpuMsPerOrder">CPU time of the database server.</param>
/// <param name="EventsPerSecond">Events the journal took.</param>
/// <param name="LagP99Ms">How far the lists were behind, at most but for one sample in a hundred.</param>
internal sealed record OrderFigures(
    string Skew, int Clients, long Orders, double OrdersPerSecond, double P50Ms, double P99Ms, double MaxMs,
    long Errors, double? NodeCpuMsPerOrder, double? DatabaseCpuMsPerOrder, double? EventsPerSecond,
    double LagP99Ms)
{
    /// <summary>The head of the table.</summary>
    public static string Head =>
        "load      clients   orders/s    p50 ms    p99 ms  errors  node CPU ms  db CPU ms   events/s  lag p99 ms";

    /// <summary>A row of the table.</summary>
    public string Row => FormattableString.Invariant(
        $"{Skew,-9} {Clients,7} {OrdersPerSecond,10:#,##0} {P50Ms,9:0.0} {P99Ms,9:0.0} {Errors,7}")
        + FormattableString.Invariant(
        $" {Or(NodeCpuMsPerOrder, "0.000"),12} {Or(DatabaseCpuMsPerOrder, "0.000"),10}")
        + FormattableString.Invariant($" {Or(EventsPerSecond, "#,##0"),10} {LagP99Ms,11:0}");

    private static string Or(double? figure, string format) =>
        figure?.ToString(format, System.Globalization.CultureInfo.InvariantCulture) ?? "–";
}
