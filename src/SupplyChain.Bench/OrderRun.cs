using System.Diagnostics;

namespace SupplyChain.Bench;

/// <summary>Many clients; each places its next order when it has the answer to the last.</summary>
internal sealed class OrderRun
{
    private static readonly TimeSpan LagInterval = TimeSpan.FromMilliseconds(200);

    private readonly MeasuredTime _measured = new();
    private readonly LagTrend _lag = new();
    private readonly IContender _contender;
    private readonly OrderLoad _load;
    private readonly Skew _skew;
    private readonly Tally _tally;

    public OrderRun(IContender contender, OrderLoad load, Skew skew)
    {
        (_contender, _load, _skew) = (contender, load, skew);
        _tally = new(_measured);
    }

    /// <summary>What went wrong, and how often.</summary>
    public IReadOnlyDictionary<string, int> Trouble => _tally.Trouble;

    /// <summary>Warms up, measures, and comes to rest.</summary>
    public async Task<OrderFigures> MeasureAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var popularity = OrderMaker.Popularity(_load.Skus, _skew);
        var clients = Enumerable.Range(0, _load.Clients)
            .Select(client => Task.Run(
                () => OrderAsync(new(_load, _skew, popularity, client), stop.Token), CancellationToken.None))
            .ToArray();
        await Task.Delay(_load.Warmup, cancellationToken);
        // Counting costs something, so it is done before the CPU time is read, and at the end after that.
        var before = await _contender.CountAsync(_load.Numbers(_skew), cancellationToken);
        var began = _contender.ReadCpu();
        _measured.Begin(began.At);
        var lag = Task.Run(() => WatchLagAsync(stop.Token), CancellationToken.None);
        await Task.Delay(_load.Duration, cancellationToken);
        var ended = _contender.ReadCpu();
        _measured.End(ended.At);
        var after = await _contender.CountAsync(_load.Numbers(_skew), cancellationToken);
        await stop.CancelAsync();
        await Task.WhenAll([.. clients, lag]);
        return Figures(began, ended, before, after);
    }

    private OrderFigures Figures(CpuTimes began, CpuTimes ended, Counts before, Counts after)
    {
        var acknowledged = _tally.Done / _measured.Seconds;
        var counting = Math.Min(acknowledged, Counted.PerSecond(before.Listed, after.Listed) ?? acknowledged);
        return new()
        {
            Skew = _skew.Name(),
            Clients = _load.Clients,
            OrdersPerSecond = counting,
            Acknowledged = _tally.Done,
            AcknowledgedPerSecond = acknowledged,
            P50Ms = _tally.Latencies.Percentile(0.5),
            P99Ms = _tally.Latencies.Percentile(0.99),
            MaxMs = _tally.Latencies.Percentile(1),
            Errors = _tally.Errors,
            PerOrder = CostPerOrder.Of(counting, began, ended, before, after),
            GcPausePercent = Counted.PerSecond(before.GcPauseSeconds, after.GcPauseSeconds) * 100,
            EventsPerSecond = Counted.PerSecond(before.Events, after.Events),
            Lag = _lag.Figures(),
        };
    }

    private async Task OrderAsync(OrderMaker maker, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var (number, order) = maker.Next();
            var due = Stopwatch.GetTimestamp();
            _tally.Add(await _contender.Entry.PlaceAsync(number, order), due);
        }
    }

    private async Task WatchLagAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var lag = await _contender.LagAsync(stop);
                var now = Stopwatch.GetTimestamp();
                if (lag is { } seen && _measured.Contains(now))
                    _lag.Add(_measured.SecondsAt(now), seen.TotalSeconds);
                await Task.Delay(LagInterval, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // It is over.
        }
    }
}
