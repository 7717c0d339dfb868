using System.Diagnostics;
using System.Diagnostics.Metrics;
using SupplyChain.Journal;
using SupplyChain.Orders;

namespace SupplyChain.Operations;

/// <summary>
/// What the read models tell a monitoring system, under the meter <c>SupplyChain.Operations</c>. They are read only
/// while they are collected, every few seconds at most, and less often when reading takes long; every silo of a cluster
/// tells the same.
/// </summary>
public sealed class OperationsMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "SupplyChain.Operations";

    private const int RestPerWork = 20;
    private static readonly TimeSpan MinReadInterval = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly IProjection _projection;
    private readonly IDueWork _dueWork;
    private readonly IOrderCounts _orders;
    private readonly TimeProvider _time;
    private volatile Figures? _figures;
    private Task _reading = Task.CompletedTask;
    private long _next;

    /// <summary>Makes the instruments.</summary>
    public OperationsMetrics(
        IMeterFactory meters, IProjection projection, IDueWork dueWork, IOrderCounts orders, TimeProvider time)
    {
        (_projection, _dueWork, _orders, _time) = (projection, dueWork, orders, time);
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge(
            "supplychain.projection.lag", () => Tell<double>(now => [new(now.Lag.TotalSeconds)]), "s",
            "Age of the oldest event the lists do not show.");
        meter.CreateObservableGauge(
            "supplychain.due_work", () => Tell<long>(now => [new(now.DueWork)]), "{stream}",
            "Streams with something begun and not finished.");
        meter.CreateObservableGauge(
            "supplychain.orders",
            () => Tell(now => now.Orders.Select(count => new Measurement<long>(
                count.Orders, new KeyValuePair<string, object?>("status", count.Status.ToString())))),
            "{order}", "Orders by status.");
    }

    private sealed record Figures(
        TimeSpan Lag, long DueWork, IReadOnlyList<(OrderStatus Status, long Orders)> Orders);

    private IEnumerable<Measurement<T>> Tell<T>(Func<Figures, IEnumerable<Measurement<T>>> tell) where T : struct
    {
        lock (_lock)
        {
            if (_reading.IsCompleted && Stopwatch.GetTimestamp() >= _next)
            {
                _reading = Task.Run(ReadAsync);
            }
        }
        return _figures is { } known ? tell(known) : [];
    }

    private async Task ReadAsync()
    {
        var since = Stopwatch.GetTimestamp();
        try
        {
            _figures = new(
                await _projection.LagAsync(_time.GetUtcNow()), await _dueWork.CountAsync(),
                await _orders.OrdersByStatusAsync());
        }
        catch (JournalUnavailableException)
        {
            _figures = null; // a gap tells more than what was true before
        }
        var now = Stopwatch.GetTimestamp();
        _next = now + Math.Max(
            (now - since) * RestPerWork, MinReadInterval.Ticks * Stopwatch.Frequency / TimeSpan.TicksPerSecond);
    }
}
