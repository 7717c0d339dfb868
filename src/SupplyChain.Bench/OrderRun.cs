using System.Diagnostics;

namespace SupplyChain.Bench;

/// <summary>Many clients, each of which does one operation at a time, and what that measured.</summary>
internal sealed class OrderRun
{
    private static readonly TimeSpan LagInterval = TimeSpan.FromMilliseconds(200);

    private readonly MeasuredTime _measured = new();
    private readonly LagTrend _lag = new();
    private readonly IContender _contender;
    private readonly OrderLoad _load;
    private readonly Skew _skew;
    private readonly int _round;
    private readonly Tally _tally;

    public OrderRun(IContender contender, OrderLoad load, Skew skew, int round)
    {
        (_contender, _load, _skew, _round) = (contender, load, skew, round);
        _tally = new(_measured);
    }

    /// <summary>What went wrong, and how often.</summary>
    public IReadOnlyDictionary<string, int> Trouble => _tally.Trouble;

    /// <summary>Warms up, measures, and comes to rest.</summary>
    public async Task<OrderFigures> MeasureAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var done = _load.Workload.Done(_load.Numbers(_skew, _round));
        var clients = Start(stop.Token);
        await Task.Delay(_load.Warmup, cancellationToken);
        // Counting costs something, so it is done before the CPU time is read, and at the end after that.
        var before = await _contender.CountAsync(done, cancellationToken);
        var began = _contender.ReadCpu();
        _measured.Begin(began.At);
        var lag = _contender.HasLists
            ? Task.Run(() => WatchLagAsync(stop.Token), CancellationToken.None)
            : Task.CompletedTask;
        await Task.Delay(_load.Duration, cancellationToken);
        var ended = _contender.ReadCpu();
        _measured.End(ended.At);
        var after = await _contender.CountAsync(done, cancellationToken);
        await stop.CancelAsync();
        await Task.WhenAll([.. clients, lag]);
        return Figures(began, ended, before, after);
    }

    private OrderFigures Figures(CpuTimes began, CpuTimes ended, Counts before, Counts after)
    {
        var acknowledged = _tally.Done / _measured.Seconds;
        var counting = acknowledged * ListedShare(Counted.PerSecond(before.Listed, after.Listed));
        return new()
        {
            By = _contender.Name,
            Round = _round,
            Workload = _load.Workload.Name(),
            Rate = _load.Rate,
            Skew = _skew.Name(),
            Clients = _load.Clients,
            OrdersPerSecond = counting,
            Acknowledged = _tally.Done,
            AcknowledgedPerSecond = acknowledged,
            AcknowledgedPerSecondOf = Enum.GetValues<Operation>().Where(kind => _tally.DoneOf(kind) > 0).ToDictionary(
                kind => kind.ToString().ToLowerInvariant(), kind => _tally.DoneOf(kind) / _measured.Seconds),
            P50Ms = _tally.Latencies.Percentile(0.5),
            P99Ms = _tally.Latencies.Percentile(0.99),
            P999Ms = _tally.Latencies.Percentile(0.999),
            MaxMs = _tally.Latencies.Percentile(1),
            Errors = _tally.Errors,
            ErrorP50Ms = _tally.LatenciesOfErrors.Percentile(0.5),
            ErrorP99Ms = _tally.LatenciesOfErrors.Percentile(0.99),
            Overdue = _tally.Overdue,
            PerOrder = CostPerOrder.Of(counting, began, ended, before, after),
            GcPausePercent = Counted.PerSecond(before.GcPauseSeconds, after.GcPauseSeconds) * 100,
            EventsPerSecond = Counted.PerSecond(before.Events, after.Events),
            Lag = _contender.HasLists ? _lag.Figures() : null,
        };
    }

    /// <summary>How much of what was acknowledged the lists took in meanwhile, at most all of it.</summary>
    private double ListedShare(double? listedPerSecond)
    {
        var due = _tally.DoneOf(_load.Workload.Listed()) / _measured.Seconds;
        return listedPerSecond is { } listed && due > 0 ? Math.Min(1, listed / due) : 1;
    }

    private Task[] Start(CancellationToken stop)
    {
        var popularity = OrderMaker.Popularity(_load.Skus, _skew);
        var pace = new Pace(_load.Clients, _load.Rate);
        return [.. Enumerable.Range(0, _load.Clients).Select(client => Task.Run(
            () => WorkAsync(
                client, _contender.Work(_load, new(_load, _skew, popularity, client, _round), client), pace, stop),
            CancellationToken.None))];
    }

    private async Task WorkAsync(int client, IClientWork work, Pace pace, CancellationToken stop)
    {
        var done = 0L;
        try
        {
            for (; ; done++)
            {
                var due = await pace.WaitAsync(client, done, stop);
                _tally.Add(await work.DoAsync(), due);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            for (; pace.Due(client, done) is { } due && due < _measured.To && _measured.IsOver; done++)
                _tally.AddOverdue(due);
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
