using System.CommandLine;

namespace SupplyChain.Bench;

/// <summary><c>supplychain bench orders</c>: what nodes take from many clients at once, and what that costs.</summary>
internal static class OrdersVerb
{
    private const int UsualRounds = 3;

    public static Command Create(Option<bool> json)
    {
        var against = new Option<Against>("--against")
        {
            Description = "sql: in turn with tables of their own on the same server, filled by a stored procedure and "
                + "by a transaction of single statements; prints the ratios. Needs --start and --postgres.",
            HelpName = "WHAT",
            DefaultValueFactory = _ => Against.Nothing,
        }.TakesOneOf();
        var rounds = BenchVerb.Number("--rounds", "With --against: how often each takes its turn.", UsualRounds, 1_000);
        var (load, target) = (new LoadArguments(), new TargetArguments());
        var verb = new Command("orders", "Many clients at once, through the SDK or over REST.");
        load.AddTo(verb);
        verb.Add(against);
        verb.Add(rounds);
        target.AddTo(verb);
        verb.Rule(line =>
        {
            var compares = line.GetValue(against) != Against.Nothing;
            if (compares && !target.StartsOnPostgres(line))
                line.AddError("--against needs --start and --postgres: both sides start empty on one server.");
            if (compares && (target.IsRest(line) || !load.IsPlain(line)))
                line.AddError("--against compares orders through the SDK: without --rest, --rate and --workload.");
            if (!compares && line.GetResult(rounds) is { Implicit: false })
                line.AddError("--rounds is for --against.");
            if (target.IsRest(line) && !load.PlacesOrders(line))
                line.AddError("--rest places orders: --workload is for the SDK.");
        });
        verb.SetAction(line => BenchVerb.RunAsync(stop =>
        {
            var bench = new OrderBench(load.Read(line), new(line.GetValue(json)), stop);
            return line.GetValue(against) == Against.Sql
                ? bench.CompareAsync(target.Read(line), load.Skews(line), line.GetValue(rounds))
                : bench.MeasureAsync(target.Read(line), load.Skews(line));
        }));
        return verb;
    }
}
