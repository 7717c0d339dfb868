using System.Collections.Concurrent;
using System.Diagnostics;
using SupplyChain;
using SupplyChain.Inventory;
using SupplyChain.Orders;

namespace ClusterSample;

/// <summary>
/// Place so many orders a second, whether or not the earlier ones are answered, each until it is acknowledged. They
/// keep their own record of what they were told.
/// </summary>
internal sealed class Customers(SupplyChainClient client, int perSecond)
{
    private const int Warehouses = 4;
    private const int Products = 100;
    private const int Lines = 2;
    private const long Plenty = 1_000_000;

    private readonly Random _random = new(7);
    private readonly ConcurrentDictionary<long, Task> _inFlight = [];

    /// <summary>What was acknowledged: when, and how many units of each line.</summary>
    public ConcurrentDictionary<string, Acknowledgement> Acknowledged { get; } = [];

    /// <summary>The act that is on.</summary>
    public Act Act { get; set; } = new("");

    /// <summary>Fills the warehouses; what is repeated happens once.</summary>
    public async Task StockAsync(CancellationToken stop)
    {
        for (var i = 0; i < Warehouses; i++)
        {
            (await client.Warehouses.PutAsync($"W{i}", new($"Warehouse {i}", 40 + 4 * i, 4 * i, "DE"), stop))
                .EnsureAccepted();
        }
        var skus = Enumerable.Range(0, Products).Select(Sku).ToArray();
        foreach (var sku in skus)
            (await client.Inventory.PutProductAsync(sku, new($"Product {sku}"), stop)).EnsureAccepted();
        for (var i = 0; i < Warehouses; i++)
        {
            var lines = skus.Select(sku => new ReceiptLine(sku, Plenty)).ToItems();
            (await client.Inventory.RecordReceiptAsync($"R{i}", new($"W{i}", lines), stop)).EnsureAccepted();
        }
    }

    /// <summary>
    /// Orders until told to stop, and returns when everything that was ordered is acknowledged.
    /// </summary>
    public async Task OrderAsync(CancellationToken enough, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        for (long number = 0; !enough.IsCancellationRequested; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / perSecond);
            while (watch.Elapsed < due)
                await Task.Delay(TimeSpan.FromMilliseconds(5), stop);
            var (order, id) = (NewOrder(), number);
            _inFlight[id] = PlaceAsync($"O-{id}", order, stop).ContinueWith(
                _ => _inFlight.TryRemove(id, out Task? _), CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
        await Task.WhenAll(_inFlight.Values);
    }

    /// <summary>Without an answer it asks again under the same number: that never makes a second order.</summary>
    private async Task PlaceAsync(string number, PlaceOrder order, CancellationToken stop)
    {
        var waiting = Stopwatch.StartNew();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                (await client.Orders.PlaceAsync(number, order, stop)).EnsureAccepted();
                Act.Waited(waiting.Elapsed);
                Act.Acknowledged();
                Acknowledged[number] = new(Stopwatch.GetTimestamp(), order);
                return;
            }
            catch (Exception passing) when (passing is BusyException or UnavailableException)
            {
                Act.Failed();
                Act.Waited(waiting.Elapsed);
                await Task.Delay(Patience.BetweenTries, stop);
            }
        }
    }

    private PlaceOrder NewOrder()
    {
        var first = _random.Next(Products);
        var lines = Enumerable.Range(0, Lines).Select(
            i => new PlaceOrderLine(i + 1, Sku((first + 17 * i) % Products), _random.Next(1, 6)));
        return new($"C{_random.Next(50)}", new("DE", 47 + 8 * _random.NextDouble(), 6 + 8 * _random.NextDouble()),
            lines.ToItems());
    }

    private static string Sku(int product) => $"P{product}";
}
