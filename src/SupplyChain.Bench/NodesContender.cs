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
    public IOrderEntry Entry => entry;

    /// <inheritdoc/>
    public CpuTimes ReadCpu() => target.ReadCpu();

    /// <inheritdoc/>
    public async Task<Counts> CountAsync(string load, CancellationToken cancellationToken)
    {
        var listed = await Counted.AskAsync(() => ListedAsync(load, cancellationToken));
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
            var status = await target.Client.Operations.StatusAsync(cancellationToken);
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

    private async Task<double?> ListedAsync(string load, CancellationToken cancellationToken)
    {
        var query = new OrderQuery(Status: OrderStatus.Allocated, Text: load);
        return (await target.Client.Orders.CountAsync(query, cancellationToken)).Orders;
    }
}
