using System.Collections.Concurrent;
using System.Diagnostics;

namespace SupplyChain.Bench;

/// <summary>Many clients; each places its next order when it has the answer to the last.</summary>
internal sealed class OrderRun(BenchTarget target, IOrderEntry entry, OrderLoad load, Skew skew)
{
    private const double Zipf = 1.0;
    private static readonly TimeSpan LagInterval = TimeSpan.FromMilliseconds(200);

    private readonly Latencies _latencies = new();
    private readonly Latencies _lags = new();
    private long _errors;
    private volatile bool _measuring;

    /// <summary>What went wrong, and how often.</summary>
    public ConcurrentDictionary<string, int> Trouble { get; } = [];

    /// <summary>Warms up, measures, and comes to rest.</summary>
    public async Task<OrderFigures> MeasureAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var popularity = OrderMaker.Popularity(load.Skus, skew == Skew.Zipf ? Zipf : 0);
        var clients = Enumerable.Range(0, load.Clients)
            .Select(client => Task.Run(
                () => OrderAsync(new(load, skew, popularity, client), stop.Token), CancellationToken.None))
            .ToArray();
        await Task.Delay(load.Warmup, cancellationToken);
        var (events, cpu, watch) = (await target.EventsAsync(cancellationToken), target.CpuMs, Stopwatch.StartNew());
        _measuring = true;
        var lags = Task.Run(() => WatchLagAsync(stop.Token), CancellationToken.None);
        await Task.Delay(load.Duration, cancellationToken);
        _measuring = false;
        var (seconds, used) = (watch.Elapsed.TotalSeconds, target.CpuMs);
        var written = await target.EventsAsync(cancellationToken) - events;
        var (orders, errors, secondsToCount) = (_latencies.Count, _errors, watch.Elapsed.TotalSeconds);
        await stop.CancelAsync();
        await Task.WhenAll([.. clients, lags]);
        return new(
            skew.ToString().ToLowerInvariant(), load.Clients, orders, orders / seconds, _latencies.Percentile(0.5),
            _latencies.Percentile(0.99), _latencies.Percentile(1), errors, Each(used.Nodes - cpu.Nodes, orders),
            Each(used.Database - cpu.Database, orders), written / secondsToCount, _lags.Percentile(0.99));
    }

    private static double? Each(double? all, long orders) => orders == 0 ? null : all / orders;

    private async Task OrderAsync(OrderMaker maker, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var (number, order) = maker.Next();
            var began = Stopwatch.GetTimestamp();
            var trouble = await entry.PlaceAsync(number, order);
            if (!_measuring)
                continue;
            if (trouble is null)
            {
                _latencies.AddSince(began);
                continue;
            }
            Interlocked.Increment(ref _errors);
            Trouble.AddOrUpdate(trouble, 1, (_, count) => count + 1);
        }
    }

    private async Task WatchLagAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var status = await target.Client.Operations.StatusAsync(stop);
                if (_measuring)
                    _lags.Add(TimeSpan.FromMilliseconds(status.LagMs));
                await Task.Delay(LagInterval, stop);
            }
            catch (Exception noAnswer)
                when (noAnswer is BusyException or UnavailableException or OperationCanceledException)
            {
                // The next one.
            }
        }
    }
}
