using SupplyChain.Inventory;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>
/// Looking ahead: the same decisions as the commands take, on a copy. It takes no turn, so a command that changes the
/// order does not wait for it.
/// </summary>
public sealed partial class OrderGrain
{
    /// <inheritdoc/>
    public async Task<OrderPreviewReply> Preview(PreviewOrder query)
    {
        var condition = CallContext.TakeCondition();
        var order = await ReadNewest(state => state);
        if (!order.Exists)
        {
            return Replies.NotFound<OrderPreviewReply, OrderPreview>();
        }
        if (FaultsOf(query) is { Count: > 0 } faults)
        {
            return Replies.Invalid<OrderPreviewReply, OrderPreview>(faults);
        }
        if (Replies.Unmet(condition, order.Version) is { } unmet)
        {
            return Refused(unmet);
        }
        if (query.Amend is { } amend && await NotAddable(amend) is { } refused)
        {
            return new()
            {
                Status = refused.Status, Refusal = refused.Refusal, Message = refused.Message, Faults = refused.Faults,
            };
        }
        var added = query.Amend?.Lines.Select(line => line.Sku).OfType<Sku>() ?? [];
        var (outlook, picked, shipTo) = await OutlookOn(order, await Look(order, added));
        var decision = query switch
        {
            { Cancel: { } cancel } => outlook.Happen(state => Order.Decide(state, cancel, picked)),
            { Resource: { } resource } =>
                outlook.Happen(state => Order.Decide(state, resource, outlook.Stock, BusinessDay)),
            { Amend: { } amended } => ForeseeAmended(outlook, amended, shipTo),
            _ => Decision.Record<OrderEvent>([]),
        };
        return Replies.To<OrderPreviewReply, OrderPreview, OrderEvent>(
            decision, decision.Accepted ? Foreseen(outlook, order, query.Amend?.ShipTo ?? shipTo) : null);
    }

    /// <inheritdoc/>
    public async Task<ForeseenOrder> Foresee(ForeseeOrder query)
    {
        var order = await ReadNewest(state => state);
        if (!order.Exists)
        {
            return Replies.NotFound<ForeseenOrder, OrderPreview>();
        }
        var stock = (await Look(order, [])).After(query.Before);
        var (outlook, picked, shipTo) = await OutlookOn(order, stock);
        var decision = query switch
        {
            { Leave: { } leave } => outlook.Happen(state => Order.Decide(
                state, leave, state.ShipmentsFrom(leave.Warehouse).Where(id => !picked.Contains(id)).ToList())),
            { Lose: { } lose } => outlook.Happen(state => Order.Decide(state, lose)),
            _ => Decision.Record<OrderEvent>([]),
        };
        return decision.Accepted
            ? Replies.To<ForeseenOrder, OrderPreview, OrderEvent>(decision, Foreseen(outlook, order, shipTo))
                with
            { After = query.Before.Then(stock, outlook.Stock, order.Number) }
            : Replies.To<ForeseenOrder, OrderPreview, OrderEvent>(decision, null);
    }

    private async Task<(OrderOutlook Outlook, HashSet<ShipmentId> Picked, ShipTo ShipTo)> OutlookOn(
        Order order, StockPicture stock)
    {
        var shipments = order.Shipments.Values.Where(one => one.Undispatched).Select(one => one.Plan.Id);
        var picked = await _fulfilment.Shipments.PickedOrLater(shipments);
        var shipTo = await addresses.OpenAsync(Tenant, order.Customer, order.ShipTo!);
        return (new(order, stock, DateOnly.FromDateTime(Now.Date), Now, picked), picked, shipTo);
    }

    private static OrderPreview Foreseen(OrderOutlook outlook, Order order, ShipTo shipTo) =>
        new(outlook.Order.Details(shipTo) with { Version = order.Version }, outlook.Consequences());

    private static Items<Fault> FaultsOf(PreviewOrder query) =>
        query.Amend?.Validate() ?? query.Cancel?.Validate() ?? query.Resource?.Validate() ?? [];

    private static Decision<OrderEvent> ForeseeAmended(OrderOutlook outlook, AmendOrder amend, ShipTo known)
    {
        var shipTo = amend.ShipTo is { } given && given != known
            ? new OrderAddress(given.Country, given.Latitude, given.Longitude, given.Unlocode, null, null)
            : null;
        var before = outlook.Order;
        var wish = Order.Decide(before, amend, shipTo);
        if (before.Policy.AllowBackorder || !wish.Accepted || Order.Increase(before, amend) is not { } increase)
        {
            return outlook.Happen(order => Order.Decide(order, amend, shipTo));
        }
        outlook.Happen(order => Order.Decide(order, increase, null));
        if (!Order.HasGrown(before, outlook.Order, increase))
        {
            return new Refused(NoBackorder().Refusal!.Value, NoBackorder().Message!);
        }
        outlook.Happen(order => Order.Decide(order, amend, shipTo));
        return wish;
    }

    private static OrderPreviewReply Refused(Refused refused) => new()
    {
        Status = ReplyStatus.Refused,
        Refusal = refused.Reason,
        Message = refused.Message,
    };
}
