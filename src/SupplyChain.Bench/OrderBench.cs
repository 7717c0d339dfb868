using System.Text.Json;
using SupplyChain.Bench.Sql;
using SupplyChain.Operations;

namespace SupplyChain.Bench;

/// <summary>Runs one load after the other on the same nodes, and verifies at the end.</summary>
internal sealed class OrderBench(OrderLoad load, Terminal terminal, CancellationToken stop)
{
    private readonly List<OrderFigures> _runs = [];

    /// <summary>Measures the nodes, says what it measured, and returns the exit code.</summary>
    public async Task<int> MeasureAsync(BenchTargetOptions ask, IEnumerable<Skew> skews)
    {
        await using var target = await BenchTarget.OpenAsync(ask, stop);
        await new Stocking(target.Client, load).FillAsync(terminal, stop);
        using var entry = target.OrderEntry(load.Clients);
        foreach (var skew in skews)
            await RunAsync(new NodesContender(target, entry), skew, round: 1);
        return await EndAsync(target, []);
    }

    /// <summary>The same in turn with tables on the same server.</summary>
    public async Task<int> CompareAsync(BenchTargetOptions ask, IEnumerable<Skew> skews, int rounds)
    {
        await using var target = await BenchTarget.OpenAsync(ask, stop);
        // A database each: both place the same orders under the same numbers.
        await using var called = await SqlStore.CreateAsync(ask.Postgres!, load, Stocking.Plenty, stop);
        await using var stepped = await SqlStore.CreateAsync(ask.Postgres!, load, Stocking.Plenty, stop);
        SqlContender[] others =
        [
            new("procedure", called, new ProcedureEntry(called, load)),
            new("interactive", stepped, new TransactionEntry(stepped, load)),
        ];
        await new Stocking(target.Client, load).FillAsync(terminal, stop);
        using var entry = target.OrderEntry(load.Clients);
        var nodes = new NodesContender(target, entry);
        foreach (var skew in skews)
        {
            for (var round = 1; round <= rounds; round++)
            {
                await RunAsync(nodes, skew, round);
                await nodes.SettleAsync(stop);
                foreach (var other in others)
                    await CompareAsync(other, skew, round);
            }
        }
        return await EndAsync(target, Ratio.Of(_runs, nodes.Name));
    }

    private async Task CompareAsync(SqlContender contender, Skew skew, int round)
    {
        var figures = await RunAsync(contender, skew, round);
        if (figures.Acknowledged == 0)
            throw new VerbException($"--against: {contender.Name} placed no order: there is nothing to compare with.");
    }

    private async Task<OrderFigures> RunAsync(IContender contender, Skew skew, int round)
    {
        await contender.SettleAsync(stop);
        var run = new OrderRun(contender, load, skew, round);
        var figures = await run.MeasureAsync(stop);
        string[] head = _runs.Count == 0 ? [OrderTable.Head] : [];
        if (!terminal.Json)
            terminal.Answer("", [.. head, OrderTable.Row(figures), .. OrderTable.Beside(figures)]);
        foreach (var (trouble, count) in run.Trouble)
            Terminal.Note($"{figures.By}, {figures.Skew}: {count} × {trouble}");
        _runs.Add(figures);
        return figures;
    }

    private async Task<int> EndAsync(BenchTarget target, IReadOnlyList<Ratio> ratios)
    {
        var report = await terminal.FollowAsync(
            "Verifying the journal", _ => target.Observer.Operations.VerifyAsync(stop));
        terminal.Answer(
            JsonSerializer.Serialize(new { runs = _runs, ratios, verify = report }, JsonSerializerOptions.Web),
            [.. ratios.Select(ratio => ratio.ForPeople), .. ForPeople(report)]);
        return report.Ok ? ExitCode.Ok : ExitCode.Failed;
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
