using System.CommandLine;

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
        var warmup = BenchVerb.Seconds("--warmup", "Seconds before it.", 10);
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
        verb.Rule(line =>
        {
            if (line.GetValue(lines) > line.GetValue(skus))
                line.AddError("--lines: no more than --skus, as each is of another product.");
        });
        verb.SetAction(line => BenchVerb.RunAsync(stop =>
            new OrderBench(Read(line), new(line.GetValue(json)), stop)
                .MeasureAsync(target.Read(line), line.GetRequiredValue(skew))));
        return verb;
    }
}
