using System.CommandLine;
using System.CommandLine.Parsing;

namespace SupplyChain.Bench;

/// <summary>The options that say what clients do, and how often.</summary>
internal sealed class LoadArguments
{
    private readonly Option<Workload> _workload = new Option<Workload>("--workload")
    {
        Description = "orders; fulfil (each is released, dispatched and delivered); or marketplace (30 % checkouts, "
            + "60 % news of deliveries, 5 % dashboards, 5 % changes of products).",
        HelpName = "WORKLOAD",
        DefaultValueFactory = _ => Workload.Orders,
    }.TakesOneOf();

    private readonly Option<Skew[]> _skew = new Option<Skew[]>("--skew")
    {
        Description = "uniform, zipf (exponent 1) or hot (line 1 is always the same product, in one warehouse); "
            + "several are measured one after the other.",
        HelpName = "SKEW",
        DefaultValueFactory = _ => [Skew.Uniform],
        AllowMultipleArgumentsPerToken = true,
    }.TakesSomeOf();

    private readonly Option<int> _clients = BenchVerb.Number(
        "--clients", "Clients at once; each does one thing at a time.", 32, 100_000);

    private readonly Option<int?> _rate = new Option<int?>("--rate")
    {
        Description = "Operations a second that are due at fixed times, whatever the answers are; latencies count from "
            + "these. Without it each client goes on when it is answered.",
        HelpName = "N",
    }.TakesNumber(1, 1_000_000);

    private readonly Option<int> _duration = BenchVerb.Seconds("--duration", "Seconds of a measurement.", 15);
    private readonly Option<int> _warmup = BenchVerb.Seconds("--warmup", "Seconds before it.", 10);

    private readonly Option<int> _warehouses = BenchVerb.Number(
        "--warehouses", "Warehouses, all of which have every product.", 10, 10_000);

    private readonly Option<int> _skus = BenchVerb.Number("--skus", "Products.", 10_000, 1_000_000);

    private readonly Option<int> _lines = BenchVerb.Number(
        "--lines", "Lines of an order, of different products.", 3, 1_000);

    private readonly Option<int> _seed = BenchVerb.Number(
        "--seed", "The same is the same load; a journal needs another one each time.", 1, int.MaxValue);

    /// <summary>Makes a verb take the options.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in (Option[])
            [_workload, _skew, _clients, _rate, _duration, _warmup, _warehouses, _skus, _lines, _seed])
        {
            verb.Add(option);
        }
        verb.Rule(line =>
        {
            if (line.GetValue(_lines) > line.GetValue(_skus))
                line.AddError("--lines: no more than --skus, as each is of another product.");
        });
    }

    /// <summary>Whether clients only place orders, each when it is answered.</summary>
    public bool IsPlain(CommandResult line) => PlacesOrders(line) && line.GetValue(_rate) is null;

    /// <summary>Whether clients only place orders.</summary>
    public bool PlacesOrders(CommandResult line) => line.GetValue(_workload) == Workload.Orders;

    /// <summary>Which products are wanted.</summary>
    public Skew[] Skews(ParseResult line) => line.GetRequiredValue(_skew);

    /// <summary>What a command line says.</summary>
    public OrderLoad Read(ParseResult line) => new()
    {
        Workload = line.GetValue(_workload),
        Clients = line.GetValue(_clients),
        Rate = line.GetValue(_rate),
        Duration = TimeSpan.FromSeconds(line.GetValue(_duration)),
        Warmup = TimeSpan.FromSeconds(line.GetValue(_warmup)),
        Warehouses = line.GetValue(_warehouses),
        Skus = line.GetValue(_skus),
        Lines = line.GetValue(_lines),
        Seed = line.GetValue(_seed),
    };
}
