using System.Collections.Concurrent;
using System.Diagnostics;

namespace SupplyChain;

/// <summary>
/// Orders through the SDK, many at once, each sent with the same number until it is answered. There is stock for all of
/// them, so every one of them has to be allocated whole.
/// </summary>
internal sealed class OrderFlood(SupplyChainClient client, Notebook notebook, int seed, int wanted)
{
    private const int Callers = 64;
    private const int Skus = 2_000;
    private const int Plenty = 1_000_000;
    private const string Any = "any order";
    private static readonly (string Id, double Latitude, double Longitude)[] Warehouses =
        [("W-HAM", 53.55, 9.99), ("W-LYO", 45.76, 4.84), ("W-MIL", 45.46, 9.19), ("W-WAW", 52.23, 21.01)];

    private readonly Gaps _gaps = new([Any], TimeSpan.Zero);
    private readonly Stopwatch _watch = new();
    private int _taken;
    private int _repeated;

    /// <summary>How many are acknowledged.</summary>
    public int Acknowledged => notebook.Orders.Count;

    /// <summary>Calls whose eight seconds were over without an answer; they were made again.</summary>
    public int Repeated => _repeated;

    /// <summary>How long it has gone on.</summary>
    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>How many were acknowledged per second.</summary>
    public double PerSecond => Acknowledged / Elapsed.TotalSeconds;

    /// <summary>The longest time in which no order at all was acknowledged.</summary>
    public TimeSpan LongestGap => _gaps.Longest(Elapsed).Lasted;

    /// <summary>Defines the network and fills it.</summary>
    public async Task PrepareAsync()
    {
        foreach (var (id, latitude, longitude) in Warehouses)
            (await client.Warehouses.PutAsync(id, new(id, latitude, longitude))).EnsureAccepted();
        await Parallel.ForEachAsync(Enumerable.Range(0, Skus), AtOnce, async (sku, _) =>
        {
            await UntilAnsweredAsync(() => client.Inventory.PutProductAsync(Sku(sku), new("Product", UnitWeightKg: 2)));
            foreach (var (warehouse, _, _) in Warehouses)
                await ReceiveAsync($"R-{warehouse}-{sku}", warehouse, Sku(sku));
        });
    }

    /// <summary>Lets all of them come, and waits for the last answer.</summary>
    public async Task RunAsync()
    {
        _watch.Start();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => OrderAsync(caller))));
        _watch.Stop();
    }

    /// <summary>Sends some of the acknowledged ones again.</summary>
    /// <returns>Those that were not answered as being there already.</returns>
    public async Task<IReadOnlyCollection<string>> ReplayAsync(int some)
    {
        var odd = new ConcurrentBag<string>();
        var numbers = Random.Shared.GetItems(notebook.Orders.Keys.ToArray(), some);
        await Parallel.ForEachAsync(numbers, AtOnce, async (number, _) =>
        {
            var (order, _) = Order(int.Parse(number[2..], System.Globalization.CultureInfo.InvariantCulture));
            if (await UntilAnsweredAsync(() => client.Orders.PlaceAsync(number, order)) is not { Replayed: true })
                odd.Add($"{number} was acknowledged, but sent again it is not answered as there already");
        });
        return odd;
    }

    private static ParallelOptions AtOnce => new() { MaxDegreeOfParallelism = Callers };

    private async Task OrderAsync(int caller)
    {
        for (var index = Interlocked.Increment(ref _taken); index <= wanted; index = Interlocked.Increment(ref _taken))
        {
            var (number, (order, operation)) = ($"O-{index}", Order(index));
            var reply = await UntilAnsweredAsync(() => client.Orders.PlaceAsync(number, order));
            if (reply is not { Accepted: true })
            {
                notebook.Faults.Add($"caller {caller}: {number} was answered {reply.Status} {reply.Refusal}");
                continue;
            }
            notebook.Orders[number] = operation;
            lock (_gaps)
                _gaps.Succeeded(Any, _watch.Elapsed);
        }
    }

    private async Task ReceiveAsync(string id, string warehouse, string sku)
    {
        var receipt = new Inventory.RecordReceipt(warehouse, [new(sku, Plenty)]);
        (await UntilAnsweredAsync(() => client.Inventory.RecordReceiptAsync(id, receipt))).EnsureAccepted();
        notebook.Documents[id] = new(Deed.Receive, id, "", []) { Skus = [sku], Units = Plenty };
    }

    /// <summary>The same number is the same order.</summary>
    private (Orders.PlaceOrder Order, Operation Operation) Order(int index)
    {
        var random = new Random(unchecked(seed * 1_000_003 + index));
        var (sku, units) = (Sku(random.Next(Skus)), random.Next(1, 6));
        var shipTo = new Orders.ShipTo("DE", 44 + (random.NextDouble() * 10), 4 + (random.NextDouble() * 18));
        return (
            new($"C-{random.Next(1_000)}", shipTo, [new(1, sku, units)], random.Next(1, 6)),
            new(Deed.Place, $"O-{index}", "", []) { Skus = [sku], Units = units });
    }

    private async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> call)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (Exception passing) when (passing is BusyException or UnavailableException)
            {
                Interlocked.Increment(ref _repeated);
            }
        }
    }

    private static string Sku(int sku) => $"SKU-{sku}";
}
