using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Planner.Tower;

/// <summary>
/// Reads what the control tower shows, once for all its viewers on this node, and of it only what can have changed:
/// what was heard of since, and what depends on the day. Between two readings there is a second, or more when they take
/// long.
/// </summary>
public sealed class TowerReading(SupplyChainClient chain, Names names, LiveFeed feed, TimeProvider time)
{
    /// <summary>More are not drawn.</summary>
    public const int MostShipments = 1_000;

    /// <summary>How many exceptions are shown.</summary>
    public const int MostExceptions = 10;

    private static readonly TimeSpan MinReadInterval = TimeSpan.FromSeconds(1);

    /// <summary>Figures over all orders and all delivered lines cost more to read than they change.</summary>
    private static readonly TimeSpan TotalsRetention = TimeSpan.FromSeconds(10);

    /// <summary>
    /// What nothing was heard of is read again nevertheless, whenever a page asks by its clock: snoozed exceptions come
    /// back by themselves.
    /// </summary>
    private static readonly TimeSpan CacheRetention = TimeSpan.FromSeconds(25);

    /// <summary>Lists are a moment behind the event that was heard.</summary>
    private static readonly TimeSpan ListLagTolerance = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly SharedRun<TowerSeen> _nextReading = new();
    private Task<TowerSeen>? _reading;
    private DateTimeOffset _begun;
    private TimeSpan _pause = MinReadInterval;
    private Kept<(OrderCount Waiting, OrderCount Ready)>? _orders;
    private Kept<(ShipmentCounts Counts, IReadOnlyList<ShipmentSummary> Worst)>? _shipments;
    private Kept<(ExceptionCount Count, IReadOnlyList<ExceptionEntry> Largest)>? _exceptions;
    private Kept<(OrderCount Orders, KpiFigures Kpis)>? _totals;

    /// <summary>What was read last; null when nothing was.</summary>
    public TowerSeen? Latest { get; private set; }

    /// <summary>What is so now, or was when it was read just before.</summary>
    public Task<TowerSeen> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            // Who leaves does not stop what the others wait for.
            return (Due <= TimeSpan.Zero ? Begin() : _reading!).WaitAsync(cancellationToken);
        }
    }

    /// <summary>What is so from now on: of a reading that begins when the pause after the last one is over.</summary>
    public Task<TowerSeen> ReadNextAsync(CancellationToken cancellationToken) =>
        _nextReading.NextAsync(ReadWhenDueAsync).WaitAsync(cancellationToken);

    /// <summary>How long it is until it may be read again.</summary>
    private TimeSpan Due => _reading is null ? TimeSpan.Zero : _begun + _pause - time.GetUtcNow();

    private async Task<TowerSeen> ReadWhenDueAsync(Action begun)
    {
        TimeSpan due;
        lock (_gate)
        {
            due = Due;
        }

        if (due > TimeSpan.Zero)
            await Task.Delay(due, time);
        begun();
        return await ReadAsync(CancellationToken.None);
    }

    private Task<TowerSeen> Begin()
    {
        _begun = time.GetUtcNow();
        return _reading = ReadNowAsync(_begun);
    }

    private async Task<TowerSeen> ReadNowAsync(DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(feed.BusinessNow.UtcDateTime);
        var orders = KeepAsync(_orders, ReadOrdersAsync, (now, day), "order");
        var shipments = KeepAsync(_shipments, ReadShipmentsAsync, (now, day), "order", "shipment");
        var exceptions = KeepAsync(
            _exceptions, ReadExceptionsAsync, (now, day), "order", "shipment", "warehouse", "import", "exception");
        var totals = TotalsAsync(now, day);
        await Task.WhenAll(orders, shipments, exceptions, totals);
        (_orders, _shipments, _exceptions, _totals) = (await orders, await shipments, await exceptions, await totals);
        var warehouses = await names.WarehousesAsync();
        var map = Latest is { } before && before.Shipments == _shipments.What.Worst && before.Warehouses == warehouses
            ? before.Map
            : TowerMap.Of(warehouses, _shipments.What.Worst);
        _pause = ReadingPause.After(time.GetUtcNow() - now, MinReadInterval);
        return Latest = new(
            now, _totals.What.Orders, _orders.What.Waiting, _orders.What.Ready, _shipments.What.Counts,
            _shipments.What.Worst, _exceptions.What.Count, _exceptions.What.Largest, _totals.What.Kpis, warehouses,
            map);
    }

    private async Task<(OrderCount Waiting, OrderCount Ready)> ReadOrdersAsync()
    {
        var waiting = chain.Orders.CountAsync(TowerQueries.Waiting);
        var ready = chain.Orders.CountAsync(TowerQueries.Ready);
        return (await waiting, await ready);
    }

    private async Task<(ShipmentCounts Counts, IReadOnlyList<ShipmentSummary> Worst)> ReadShipmentsAsync()
    {
        var counts = chain.Shipments.CountAsync(TowerQueries.UnderWay);
        var worst = await chain.Shipments.ListPageAsync(
            TowerQueries.UnderWay, new PageQuery(MostShipments, null, TowerQueries.WorstFirst));
        return (await counts, [.. worst.Items.OrderByDescending(one => one, TowerOrder.WorseLast)]);
    }

    private async Task<(ExceptionCount Count, IReadOnlyList<ExceptionEntry> Largest)> ReadExceptionsAsync()
    {
        var count = chain.Exceptions.CountAsync(TowerQueries.Exceptions(MostExceptions));
        var largest = await chain.Exceptions.ListPageAsync(TowerQueries.Exceptions(MostExceptions));
        return (await count, largest.Items);
    }

    private async Task<(OrderCount Orders, KpiFigures Kpis)> ReadTotalsAsync()
    {
        var orders = chain.Orders.CountAsync(new OrderQuery());
        var kpis = await chain.Operations.KpisAsync(new KpiQuery(null, null, null));
        return (await orders, kpis.Total);
    }

    /// <summary>The first order of all is seen at once.</summary>
    private Task<Kept<(OrderCount Orders, KpiFigures Kpis)>> TotalsAsync(DateTimeOffset now, DateOnly day) =>
        _totals is { What.Orders.Orders: > 0 } kept && now - kept.At < TotalsRetention
            ? Task.FromResult(kept)
            : KeepAsync(_totals, ReadTotalsAsync, (now, day), "order", "shipment");

    private async Task<Kept<T>> KeepAsync<T>(
        Kept<T>? kept, Func<Task<T>> read, (DateTimeOffset At, DateOnly Day) now, params string[] kinds) =>
        kept is not null && kept.Day == now.Day && now.At - kept.At < CacheRetention
            && !feed.Heard.Since(kept.At - ListLagTolerance, kinds)
            ? kept
            : new(now.At, now.Day, await read());

    /// <summary>What was read, when, and on which day for planners.</summary>
    private sealed record Kept<T>(DateTimeOffset At, DateOnly Day, T What);
}
