using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>
/// Looks at orders one after the other, each on the stock that those before it would leave. Each order looks ahead
/// itself; here is only what they would do to the stock together.
/// </summary>
internal sealed class PreviewChain(IGrainFactory grains, TenantId tenant, TimeProvider time)
{
    /// <summary>The most orders that are looked at.</summary>
    public const int MostOrders = 500;

    private static readonly TimeSpan WalkTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerMargin = TimeSpan.FromSeconds(1);
    private readonly List<UnitsToMove> _moves = [];
    private readonly List<UnitsToWait> _waits = [];
    private readonly List<UnitsToFill> _fills = [];
    private StockTrace _trace = StockTrace.None;
    private int _orders;
    private int _lookedAt;

    /// <summary>What was seen so far.</summary>
    public Consequences Consequences => new(_moves.ToItems(), _waits.ToItems(), _fills.ToItems())
    {
        Orders = _orders,
        OrdersLookedAt = _lookedAt,
    };

    /// <summary>A warehouse would be closed.</summary>
    public void Close(WarehouseId warehouse) => _trace = _trace with { Closed = [.. _trace.Closed, warehouse] };

    /// <summary>A stock item would have more units, or less; more go to who waits for them first.</summary>
    public async Task Change(StockItemId item, long units)
    {
        if (units < 0)
        {
            _trace = _trace with { Changes = [.. _trace.Changes, new(item.Sku, item.Warehouse, units)] };
            return;
        }
        var picture = await new OrderSourcing(grains, tenant).Look([item.Sku], null, [item.Warehouse]);
        var (_, grants) = picture.With(item, units).Serve(item.Sku, DateOnly.FromDateTime(time.GetUtcNow().Date));
        _fills.AddRange(grants.Select(grant =>
            new UnitsToFill(grant.Owner, grant.Line, item.Sku, grant.Quantity, grant.Warehouse)));
        _orders = _lookedAt = grants.Select(grant => grant.Owner).Distinct().Count();
    }

    /// <summary>Looks at orders, in this order, as far as there is time.</summary>
    public async Task Walk(IReadOnlyCollection<(OrderId Order, ForeseeOrder Query)> orders)
    {
        CallContext.Condition = default; // It was about what the caller named, not about these.
        _orders += orders.Count;
        var started = time.GetTimestamp();
        var left = CallContext.Deadline - time.GetUtcNow() - AnswerMargin;
        var patience = left < WalkTimeout ? left.Value : WalkTimeout;
        foreach (var (order, query) in orders.Take(MostOrders))
        {
            if (time.GetElapsedTime(started) > patience)
            {
                return;
            }
            var reply = await grains.GetGrain<IOrderActor>(GrainKey.Of(tenant, order))
                .Foresee(query with { Before = _trace });
            if (reply is { Accepted: true, Value.Consequences: { } seen })
            {
                _moves.AddRange(seen.WouldMove);
                _waits.AddRange(seen.WouldWait);
                _fills.AddRange(seen.WouldFill);
                _trace = reply.After;
            }
            _lookedAt++;
        }
    }
}
