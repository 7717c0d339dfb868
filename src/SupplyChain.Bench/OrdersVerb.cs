using System.CommandLine;
using System.Text.Json;
using SupplyChain.Operations;

namespace SupplyChain.Bench;

/// <summary><c>supplychain bench orders</c>: how many orders a second nodes take from many clients at once.</summary>
internal static class OrdersVerb
{
    public static Command Create(Option<bool> json)
    {
        var skew = new Option<Skew[]>("--skew")
        {
            Description = "uniform, zipf (exponent 1) or hot (line 1 is always the same product, in one warehouse); "
                + "several are measured one after the other.",
            HelpName = "SKEW",
            DefaultValueFactory = _ => [Skew.Uniform],
            AllowMultipleArgumentsPerToken = true,
        }.TakesSomeOf();
        var clients = BenchVerb.Number("--clients", "Clients at once.", 32, 100_000);
        var duration = BenchVerb.Seconds("--duration", "Seconds of a measurement.", 15);
        var warmup = BenchVerb.Seconds("--warmup", "Seconds before it.", 5);
        var warehouses = BenchVerb.Number(
            "--warehouses", "Warehouses, all of which have every product.", 10, 10_000);
        var skus = BenchVerb.Number("--skus", "Products.", 10_000, 1_000_000);
        var lines = BenchVerb.Number("--lines", "Lines of an order, of different products.", 3, 1_000);
        var seed = BenchVerb.Number(
            "--seed", "The same is the same load; a journal needs another one each time.", 1, int.MaxValue);
        var target = new TargetArguments();
        var verb = new Command("orders", "Place orders from many clients at once, through the SDK or over REST.")
        {
            skew, clients, duration, warmup, warehouses, skus, lines, seed,
        };
        target.AddTo(verb);
        OrderLoad Read(ParseResult line) => new()
        {
            Clients = line.GetValue(clients),
            Duration = TimeSpan.FromSeconds(line.GetValue(duration)),
            Warmup = TimeSpan.FromSeconds(line.GetValue(warmup)),
            Warehouses = line.GetValue(warehouses),
            Skus = line.GetValue(skus),
            Lines = line.GetValue(lines),
            Seed = line.GetValue(seed),
        };
        verb.SetAction(line => BenchVerb.RunAsync(stop => MeasureAsync(
            target.Read(line), Read(line), line.GetRequiredValue(skew), new(line.GetValue(json)), stop)));
        return verb;
    }

    private static async Task<int> MeasureAsync(
        BenchTargetOptions ask, OrderLoad load, IEnumerable<Skew> skews, Terminal terminal, CancellationToken stop)
    {
        if (load.Lines > load.Skus)
            throw new VerbException("--lines: no more than --skus, as each is of another product.", ExitCode.BadUsage);
        await using var target = await BenchTarget.OpenAsync(ask, stop);
        await new Stocking(target.Client, load).FillAsync(terminal, stop);
        using var entry = target.OrderEntry(load.Clients);
        var runs = new List<OrderFigures>();
        foreach (var skew in skews)
        {
            var run = new OrderRun(target, entry, load, skew);
            var figures = await run.MeasureAsync(stop);
            if (!terminal.Json)
                terminal.Answer("", runs.Count == 0 ? [OrderFigures.Head, figures.Row] : [figures.Row]);
            foreach (var (trouble, count) in run.Trouble)
                Terminal.Note($"{figures.Skew}: {count} × {trouble}");
            runs.Add(figures);
        }
        var report = await terminal.FollowAsync(
            "Verifying the journal", _ => target.Client.Operations.VerifyAsync(stop));
        terminal.Answer(
            JsonSerializer.Serialize(new { runs, verify = report }, JsonSerializerOptions.Web), ForPeople(report));
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
