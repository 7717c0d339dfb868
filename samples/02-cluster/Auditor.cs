using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using SupplyChain;
using SupplyChain.Operations;

namespace ClusterSample;

/// <summary>
/// Reads everything that happened from the feed of events, as a stranger would, and compares it with what the
/// customers were told.
/// </summary>
internal sealed class Auditor(SupplyChainClient client, Customers customers)
{
    private const int Page = 1_000;
    private const string Placed = "supplychain.order.placed.v1";
    private const string Reserved = "supplychain.stock.reserved.v1";
    private const string Reduced = "supplychain.stock.reservation-reduced.v1";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly ConcurrentDictionary<string, int> _placed = [];
    private readonly ConcurrentDictionary<(string Order, int Line), long> _units = [];
    private long _sawAllBefore = Stopwatch.GetTimestamp();

    /// <summary>Orders that were acknowledged before the feed was read to its end, and are not in it.</summary>
    public int Lost => customers.Acknowledged.Count(
        told => told.Value.At < Volatile.Read(ref _sawAllBefore) && !_placed.ContainsKey(told.Key));

    /// <summary>Orders that were placed twice, and lines that hold more than was ordered.</summary>
    public int Duplicated => _placed.Count(order => order.Value > 1) + customers.Acknowledged.Sum(
        told => told.Value.Order.Lines.Count(
            line => _units.GetValueOrDefault((told.Key, line.Line)) > line.Quantity));

    /// <summary>Reads on and on.</summary>
    public async Task FollowAsync(CancellationToken stop)
    {
        for (string? position = null; !stop.IsCancellationRequested;)
        {
            try
            {
                var began = Stopwatch.GetTimestamp();
                var page = await client.Events.ReadPageAsync(new(position, Page, [Placed, Reserved, Reduced]), stop);
                foreach (var @event in page!.Events)
                    Note(@event);
                position = page.Next;
                if (page.Events.Count > 0)
                    continue;
                Volatile.Write(ref _sawAllBefore, began);
                await Task.Delay(Pause, stop);
            }
            catch (Exception passing) when (passing is BusyException or UnavailableException)
            {
                await Task.Delay(Pause, stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Waits until everything is read that happened before now.</summary>
    public async Task CatchUpAsync(CancellationToken stop)
    {
        for (var now = Stopwatch.GetTimestamp(); Volatile.Read(ref _sawAllBefore) < now;)
            await Task.Delay(Pause, stop);
    }

    private void Note(PublishedEvent @event)
    {
        if (@event.Type == Placed)
        {
            _placed.AddOrUpdate(@event.Subject["order/".Length..], 1, (_, count) => count + 1);
            return;
        }
        using var data = JsonDocument.Parse(@event.Data);
        var key = data.RootElement.GetProperty("key");
        var units = data.RootElement.GetProperty("quantity").GetInt64() * (@event.Type == Reserved ? 1 : -1);
        _units.AddOrUpdate(
            (key.GetProperty("order").GetString()!, key.GetProperty("line").GetInt32()), units,
            (_, held) => held + units);
    }
}
