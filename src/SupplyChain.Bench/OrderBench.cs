using System.Text.Json;
using SupplyChain.Operations;

namespace SupplyChain.Bench;

/// <summary>Runs one load after the other on the same nodes, and verifies at the end.</summary>
internal sealed class OrderBench(OrderLoad load, Terminal terminal, CancellationToken stop)
{
    private readonly List<OrderFigures> _runs = [];

    /// <summary>Measures, says what it measured, and returns the exit code.</summary>
    public async Task<int> MeasureAsync(BenchTargetOptions ask, IEnumerable<Skew> skews)
    {
        await using var target = await BenchTarget.OpenAsync(ask, stop);
        await new Stocking(target.Client, load).FillAsync(terminal, stop);
        using var entry = target.OrderEntry(load.Clients);
        var nodes = new NodesContender(target, entry);
        foreach (var skew in skews)
        {
            await nodes.SettleAsync(stop);
            await RunAsync(nodes, skew);
        }
        var report = await terminal.FollowAsync(
            "Verifying the journal", _ => target.Client.Operations.VerifyAsync(stop));
        terminal.Answer(
            JsonSerializer.Serialize(new { runs = _runs, verify = report }, JsonSerializerOptions.Web),
            ForPeople(report));
        return report.Ok ? ExitCode.Ok : ExitCode.Failed;
    }

    private async Task RunAsync(IContender contender, Skew skew)
    {
        var run = new OrderRun(contender, load, skew);
        var figures = await run.MeasureAsync(stop);
        if (!terminal.Json)
            terminal.Answer("", _runs.Count == 0 ? [OrderTable.Head, OrderTable.Row(figures)] : [OrderTable.Row(figures)]);
        foreach (var (trouble, count) in run.Trouble)
            Terminal.Note($"{figures.Skew}: {count} × {trouble}");
        _runs.Add(figures);
    }

    private static IEnumerable<string> ForPeople(VerifyReport report)
    {
        yield return FormattableString.Invariant(
            $"verify {(report.Ok ? "OK" : "NOT OK")}: {report.Events:#,##0} events, {report.Streams:#,##0} streams, ")
            + FormattableString.Invariant($"{report.Violations.Count} violations, {report.Pending} pending");
        foreach (var violation in report.Violations)
            yield return $"{violation.Invariant}: {violation.Stream}: {violation.Message}";
    }
}
