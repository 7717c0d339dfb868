using System.Diagnostics;
using SupplyChain.Orders;

namespace SupplyChain.Bench;

/// <summary>The nodes.</summary>
internal sealed class NodesContender(BenchTarget target, IOrderEntry entry) : IContender
{
    private static readonly TimeSpan SettleTimeout = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    public string Name => "nodes";

    /// <inheritdoc/>
    public bool HasLists => true;

    /// <inheritdoc/>
    public IClientWork Work(OrderLoad load, OrderMaker orders, int client) => load.Workload switch
    {
        Workload.Fulfil => new FulfilmentWork(target.Client, orders),
        Workload.Marketplace => new MarketplaceWork(target.Client, orders, load, client),
        _ => new OrderWork(entry, orders),
    };

    /// <inheritdoc/>
    public CpuTimes ReadCpu() => target.ReadCpu();

    /// <inheritdoc/>
    public async Task<Counts> CountAsync(OrderQuery done, CancellationToken cancellationToken)
    {
        var listed = await Counted.AskAsync(() => ListedAsync(done, cancellationToken));
        var written = await Counted.AskAsync(() => target.WrittenBytesAsync(cancellationToken));
        double? pause = null;
        var allocated = await Counted.AskAsync(async () =>
        {
            (var bytes, pause) = await target.Metrics.ReadAsync(cancellationToken);
            return bytes;
        });
        return new()
        {
            Listed = listed,
            WrittenBytes = written,
            AllocatedBytes = allocated,
            GcPauseSeconds = pause is { } seconds && allocated is { } read ? new(seconds, read.At) : null,
            Events = await Counted.AskAsync(async () => await target.EventsAsync(cancellationToken)),
        };
    }

    /// <inheritdoc/>
    public async Task<TimeSpan?> LagAsync(CancellationToken cancellationToken)
    {
        try
        {
            var status = await target.Observer.Operations.StatusAsync(cancellationToken);
            return TimeSpan.FromMilliseconds(status.LagMs);
        }
        catch (Exception noAnswer) when (noAnswer is BusyException or UnavailableException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < SettleTimeout;)
        {
            if (await LagAsync(cancellationToken) == TimeSpan.Zero)
                return;
            await Task.Delay(LookInterval, cancellationToken);
        }
    }

    private async Task<double?> ListedAsync(OrderQuery done, CancellationToken cancellationToken) =>
        (await target.Observer.Orders.CountAsync(done, cancellationToken)).Orders;
}
