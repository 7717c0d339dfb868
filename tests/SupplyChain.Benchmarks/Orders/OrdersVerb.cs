using System.CommandLine;

namespace SupplyChain.Orders;

/// <summary>
/// <c>orders</c>: orders per second from many clients at once over REST, and what <c>--check</c> sees from outside.
/// Through the SDK it is <c>supplychain bench orders</c>.
/// </summary>
internal static class OrdersVerb
{
    public static Command Create(Option<bool> json)
    {
        var url = new Option<Uri>("--url")
        {
            Description = "The node to load.",
            DefaultValueFactory = _ => new("http://127.0.0.1:8080"),
            CustomParser = given => new(given.Tokens[0].Value, UriKind.Absolute),
        };
        var start = new Option<bool>("--start") { Description = "Start a node of its own on an empty directory." };
        var check = new Option<bool>("--check") { Description = "Look at the result from outside, too." };
        var clients = Number("--clients", "Clients at once; each keeps one connection.", 32);
        var orders = Number("--orders", "Orders to place.", 10_000);
        var warmup = Number("--warmup", "Orders to place before, unmeasured.", 500);
        var skus = Number("--skus", "Products.", 200);
        var warehouses = Number("--warehouses", "Warehouses.", 10);
        var lines = Number("--lines", "Lines per order, of different products.", 3);
        var seed = Number("--seed", "The same seed is the same load; a node needs another one each time.", 1);
        var stock = new Option<string>("--stock")
        {
            Description = "Enough of everything in every warehouse, or half of what is wanted.",
            DefaultValueFactory = _ => "plenty",
        };
        stock.AcceptOnlyFromAmong("plenty", "scarce");
        var verb = new Command("orders", "Orders per second over REST from many clients at once.")
        {
            url, start, check, clients, orders, warmup, skus, warehouses, lines, seed, stock,
        };
        verb.SetAction(given => RunAsync(
            new()
            {
                Clients = given.GetValue(clients),
                Orders = given.GetValue(orders),
                Warmup = given.GetValue(warmup),
                Skus = given.GetValue(skus),
                Warehouses = given.GetValue(warehouses),
                Lines = given.GetValue(lines),
                Seed = given.GetValue(seed),
                Scarce = given.GetValue(stock) == "scarce",
            },
            given.GetValue(start) ? null : given.GetRequiredValue(url), given.GetValue(check), given.GetValue(json)));
        return verb;
    }

    private static async Task<int> RunAsync(OrderLoad load, Uri? url, bool check, bool json)
    {
        if (url is not null)
        {
            return await MeasureAsync(load, url, null, check, json);
        }
        var directory = Directory.CreateTempSubdirectory("supplychain-load-");
        try
        {
            await using var node = await RunningNode.StartAsync(directory.FullName);
            return await MeasureAsync(load, node.Url, node, check, json);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(OrderLoad load, Uri url, RunningNode? node, bool check, bool json)
    {
        using var http = new NodeHttp(url, load.Clients);
        var received = await load.PrepareAsync(http);
        var run = new OrderRun(http, load);
        await run.WarmUpAsync();
        var figures = await run.MeasureAsync(node);
        IReadOnlyList<string> findings = [];
        if (check)
        {
            findings = await new OrderCheck(http, load, run, received).FindAsync();
            figures.Add("findings", findings);
        }
        figures.Print(json);
        return findings.Count == 0 ? 0 : 1;
    }

    private static Option<int> Number(string name, string description, int usual) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };
}
