using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Planner.Tower;

/// <summary>
/// Reads what the control tower shows, once for all its viewers on this node: a viewer who asks within a second
/// gets what another one was given.
/// </summary>
public sealed class TowerReading(SupplyChainClient chain, Names names, TimeProvider time)
{
    /// <summary>More are not drawn.</summary>
    public const int MostShipments = 1_000;

    /// <summary>How many exceptions are shown.</summary>
    public const int MostExceptions = 10;

    private static readonly TimeSpan Shared = TimeSpan.FromSeconds(1);

    /// <summary>Figures over all delivered lines cost more to read than they change.</summary>
    private static readonly TimeSpan KpisKeptFor = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private Task<TowerSeen>? _reading;
    private DateTimeOffset _begun;
    private (KpiFigures Figures, DateTimeOffset At)? _kpis;

    /// <summary>What was read last; null when nothing was.</summary>
    public TowerSeen? Latest { get; private set; }

    /// <summary>What is so now, or was within the last second.</summary>
    public Task<TowerSeen> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_reading is null || now - _begun >= Shared)
                (_reading, _begun) = (ReadNowAsync(now), now);
            // Who leaves does not stop what the others wait for.
            return _reading.WaitAsync(cancellationToken);
        }
    }

    private async Task<TowerSeen> ReadNowAsync(DateTimeOffset now)
    {
        var orders = chain.Orders.CountAsync(new OrderQuery());
        var waiting = chain.Orders.CountAsync(TowerQueries.Waiting);
        var ready = chain.Orders.CountAsync(TowerQueries.Ready);
        var underWay = chain.Shipments.CountAsync(TowerQueries.UnderWay);
        var shipments = chain.Shipments.ListPageAsync(
            TowerQueries.UnderWay, new PageQuery(MostShipments, null, TowerQueries.WorstFirst));
        var exceptions = chain.Exceptions.CountAsync(TowerQueries.Exceptions(MostExceptions));
        var largest = chain.Exceptions.ListPageAsync(TowerQueries.Exceptions(MostExceptions));
        var kpis = KpisAsync(now);
        await Task.WhenAll(orders, waiting, ready, underWay, shipments, exceptions, largest, kpis);
        var warehouses = await names.WarehousesAsync();
        return Latest = new(
            now, await orders, await waiting, await ready, await underWay,
            [.. (await shipments).Items.OrderByDescending(one => one, TowerOrder.WorseLast)],
            await exceptions, (await largest).Items, await kpis, warehouses);
    }

    private async Task<KpiFigures> KpisAsync(DateTimeOffset now)
    {
        if (_kpis is { } kept && now - kept.At < KpisKeptFor)
            return kept.Figures;
        var figures = (await chain.Operations.KpisAsync(new KpiQuery(null, null, null))).Total;
        _kpis = (figures, now);
        return figures;
    }
}
