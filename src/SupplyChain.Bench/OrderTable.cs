using System.Globalization;

namespace SupplyChain.Bench;

/// <summary>Figures as a table, a row a run.</summary>
internal static class OrderTable
{
    private static readonly (string Head, int Width, Func<OrderFigures, string> Cell)[] Columns =
    [
        ("by", -11, run => run.By),
        ("load", -11, run => run.Workload == Bench.Workload.Orders.Name() ? run.Skew : run.Workload),
        ("clients", 7, run => Text(run.Clients, "0")),
        ("rate", 5, run => Text(run.Rate, "0")),
        ("orders/s", 8, run => Text(run.OrdersPerSecond, "#,##0")),
        ("p50 ms", 7, run => Text(run.P50Ms, "0.0")),
        ("p99 ms", 8, run => Text(run.P99Ms, "0.0")),
        ("p99.9 ms", 8, run => Text(run.P999Ms, "0.0")),
        ("max ms", 8, run => Text(run.MaxMs, "0.0")),
        ("errors", 6, run => Text(run.Errors, "0")),
        ("node ms", 7, run => Text(run.PerOrder.NodeCpuMs, "0.000")),
        ("client ms", 9, run => Text(run.PerOrder.ClientCpuMs, "0.000")),
        ("db ms", 6, run => Text(run.PerOrder.DatabaseCpuMs, "0.000")),
        ("garbage B", 9, run => Text(run.PerOrder.AllocatedBytes, "#,##0")),
        ("GC %", 5, run => Text(run.GcPausePercent, "0.0")),
        ("log B", 7, run => Text(run.PerOrder.WrittenBytes, "#,##0")),
        ("events/s", 8, run => Text(run.EventsPerSecond, "#,##0")),
        ("lag p50", 7, run => Text(run.Lag?.P50Ms, "0")),
        ("p99 ms", 7, run => Text(run.Lag?.P99Ms, "0")),
        ("slope", 6, run => Text(run.Lag?.Slope, "0.000")),
    ];

    /// <summary>The head of the table.</summary>
    public static string Head => Line(column => column.Head);

    /// <summary>A run's row.</summary>
    public static string Row(OrderFigures run) =>
        Line(column => column.Cell(run)) + (run.Sustained ? "" : $"  NOT SUSTAINED: {Reason(run)}");

    /// <summary>What a row has no columns for: what was done a second when it is of several kinds, and how long it took
    /// to be refused.</summary>
    public static IEnumerable<string> Beside(OrderFigures run)
    {
        if (run.AcknowledgedPerSecondOf.Count > 1)
        {
            yield return "  " + string.Join(", ", run.AcknowledgedPerSecondOf.Select(
                kind => FormattableString.Invariant($"{kind.Key} {kind.Value:#,##0.0}/s")));
        }
        if (run.Errors > 0)
            yield return $"  errors p50 {Text(run.ErrorP50Ms, "0.0")} ms, p99 {Text(run.ErrorP99Ms, "0.0")} ms";
    }

    private static string Reason(OrderFigures run) => run.Lag is { KeptUp: false }
        ? "the lists fall behind"
        : $"{Text(run.Overdue, "#,##0")} overdue";

    private static string Line(Func<(string Head, int Width, Func<OrderFigures, string> Cell), string> cell) =>
        string.Join(' ', Columns.Select(column => column.Width < 0
            ? cell(column).PadRight(-column.Width)
            : cell(column).PadLeft(column.Width)));

    private static string Text(double? figure, string format) =>
        figure?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
