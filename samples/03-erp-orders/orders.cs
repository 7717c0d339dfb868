#:package SupplyChain.Client@0.2.0
#:property PublishAot=false
using System.Diagnostics;
using SupplyChain;
using SupplyChain.Orders;
using SupplyChain.Tenants;

// Places every order of orders.csv. It keeps no notes of how far it got: whenever it dies, it is started again and
// begins with the first row, because an order that is placed already is answered "Replayed".
//   --crash   it kills itself somewhere, as often as not
var crashes = args.Contains("--crash");
var gateway = args.FirstOrDefault(argument => !argument.StartsWith('-')) ?? "127.0.0.1:30000";
var orders = File.ReadLines("orders.csv").Skip(1).Select(Read).ToArray();
try
{
    await using var chain = await SupplyChainClient.ConnectAsync(new()
    {
        Gateways = [gateway], Key = Environment.GetEnvironmentVariable("SUPPLYCHAIN_KEY"), Actor = "erp-orders",
    });
    await StockAsync(chain);

    var batches = orders.Chunk(100).ToArray();
    var fatal = crashes ? Random.Shared.Next(batches.Length * 2) : -1;
    var (accepted, replayed) = (0, 0);
    for (var batch = 0; batch < batches.Length; batch++)
    {
        var placing = chain.Orders.PlaceManyAsync(batches[batch]);
        if (batch == fatal)
            await CrashAsync();
        var bulk = await placing;
        (accepted, replayed) = (accepted + bulk.Accepted, replayed + bulk.Replayed);
        foreach (var row in bulk.Rows.Where(row => row.Reply is { Accepted: false }))
            Console.Error.WriteLine($"{row.Number}: {row.Reply!.Refusal} {row.Reply.Message}");
        if (bulk.Rows.FirstOrDefault(row => row.Failure is QuotaExceededException) is { } over)
            throw over.Failure!; // The same again is of no use before its day is over.
        if (bulk.Unanswered > 0)
            batch--; // Nobody answered in time for some of them. The same again is safe.
    }
    Console.WriteLine($"{orders.Length} orders: {accepted} new, {replayed} had been placed before.");
    return await ProveAsync(chain) ? 0 : 1;
}
catch (Exception trouble) when (trouble is UnavailableException or BusyException or QuotaExceededException
    or CommandRefusedException)
{
    Console.Error.WriteLine(trouble.Message);
    return 1;
}

// order;customer;country;sku;quantity
static NumberedOrder Read(string row)
{
    var field = row.Split(';');
    return new(field[0], new(field[1], new(field[2]), [new(1, field[3], long.Parse(field[4]))]));
}

async Task StockAsync(SupplyChainClient chain)
{
    (await chain.Warehouses.PutAsync("CSV-HAM", new("Hamburg", 53.55, 9.99, "DE"))).EnsureAccepted();
    foreach (var product in orders.SelectMany(order => order.Order.Lines).GroupBy(line => line.Sku))
    {
        (await chain.Inventory.PutProductAsync(product.Key, new($"Product {product.Key}"))).EnsureAccepted();
        var receipt = await chain.Inventory.RecordReceiptAsync(
            $"CSV-{product.Key}", new("CSV-HAM", [new(product.Key, 10_000)]));
        receipt.EnsureAccepted();
    }
}

static async Task CrashAsync()
{
    await Task.Delay(Random.Shared.Next(30));
    Console.Error.WriteLine("Killed in the middle of a batch.");
    Process.GetCurrentProcess().Kill();
    await Task.Delay(Timeout.Infinite);
}

// None lost: each order is there, with its units. None twice: of each product exactly the ordered units are reserved.
async Task<bool> ProveAsync(SupplyChainClient chain)
{
    var found = 0;
    await Parallel.ForEachAsync(orders, async (order, stop) =>
    {
        if ((await chain.Orders.GetAsync(order.Number, stop))?.Lines[0].Quantity == order.Order.Lines[0].Quantity)
            Interlocked.Increment(ref found);
    });
    var (ordered, reserved) = (0L, 0L);
    foreach (var product in orders.SelectMany(order => order.Order.Lines).GroupBy(line => line.Sku))
    {
        ordered += product.Sum(line => line.Quantity);
        reserved += (await chain.Inventory.GetStockAsync(product.Key)).Totals.Reserved;
    }
    Console.WriteLine($"{found} found, {ordered} units ordered, {reserved} reserved.");
    return found == orders.Length && ordered == reserved;
}
