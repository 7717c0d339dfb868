using SupplyChain.Orders;

namespace SupplyChain.Demo;

/// <summary>Looks after an order until all of it has left: changes, releases, the end of patience.</summary>
internal sealed class OrderCare(Seed seed, Erp erp, Agenda agenda, Dispatching dispatching)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromHours(24);
    private static readonly TimeSpan MaxBackorderAge = TimeSpan.FromDays(30);

    /// <summary>Looks after an order from a moment on.</summary>
    public void Follow(OrderId number, DateTimeOffset placedAt, DateTimeOffset from)
    {
        var intent = OrderIntent.Of(seed, number, placedAt);
        var next = intent.ReleaseAt > from ? intent.ReleaseAt : from + LookInterval;
        FollowAt(number, intent.ChangeAt is { } change && change > from && change < next ? change : next);
    }

    /// <summary>Looks at an order at a moment, and does what should have been done by then.</summary>
    public void FollowAt(OrderId number, DateTimeOffset at) =>
        agenda.Add(new(at, number.Value, cancellationToken => LookAsync(number, at, cancellationToken)));

    private async Task LookAsync(OrderId number, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var order = await erp.AskAsync(chain => chain.Orders.GetAsync(number, cancellationToken), cancellationToken);
        if (order is null || HasLeft(order))
            return;
        var placedAt = order.PlacedAt ?? at;
        var intent = OrderIntent.Of(seed, number, placedAt);
        if (intent.ChangeAt <= at && order.Status != OrderStatus.PartiallyShipped)
            order = await ChangeAsync(number, intent.Amendment, cancellationToken) ?? order;
        if (placedAt + MaxBackorderAge <= at && order.Lines.Any(line => line.Backordered > 0))
            order = await GiveUpAsync(order, cancellationToken) ?? order;
        if (HasLeft(order))
            return;
        if (intent.ReleaseAt <= at)
            await dispatching.ReleaseAsync(order, at, cancellationToken);
        Follow(number, placedAt, at);
    }

    private static bool HasLeft(OrderDetails order) =>
        order.Status is OrderStatus.Rejected or OrderStatus.Cancelled or OrderStatus.Delivered or OrderStatus.Shipped;

    private async Task<OrderDetails?> ChangeAsync(
        OrderId number, AmendOrder? amendment, CancellationToken cancellationToken)
    {
        if (amendment is null)
            return await CancelAsync(number, ByCustomer("Ordered by mistake"), cancellationToken);
        var reply = await erp.AskAsync(
            chain => chain.Orders.AmendAsync(number, amendment, cancellationToken), cancellationToken);
        return erp.Accepted(number.Value, reply);
    }

    private Task<OrderDetails?> GiveUpAsync(OrderDetails order, CancellationToken cancellationToken)
    {
        var waiting = order.Lines.Where(line => line.Backordered > 0).Select(line => line.Line).ToItems();
        return CancelAsync(order.Number, ByCustomer("Waited too long", waiting), cancellationToken);
    }

    private static CancelOrder ByCustomer(string reason, Items<int>? lines = null) =>
        new(reason, lines, OrderParty.Customer);

    private async Task<OrderDetails?> CancelAsync(
        OrderId number, CancelOrder cancel, CancellationToken cancellationToken)
    {
        var reply = await erp.AskAsync(
            chain => chain.Orders.CancelAsync(number, cancel, cancellationToken), cancellationToken);
        return erp.Accepted(number.Value, reply);
    }
}
