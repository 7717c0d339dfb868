using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>What an amendment needs from others before it is decided.</summary>
public sealed partial class OrderGrain
{
    /// <summary>The address to store; null when it stays. Sealed texts never compare, so opened ones do.</summary>
    private async Task<OrderAddress?> NewAddress(AmendOrder command) =>
        command.ShipTo is not { } shipTo || shipTo == await addresses.OpenAsync(Tenant, State.Customer, State.ShipTo!)
            ? null
            : await addresses.SealAsync(Tenant, State.Customer, shipTo);

    /// <summary>The refusal of new lines that cannot be ordered; null when all can.</summary>
    private async Task<OrderReply?> NotAddable(AmendOrder command)
    {
        var added = command.Lines.Select((line, index) => (line, index))
            .Where(change => !State.Lines.ContainsKey(change.line.Line)
                && change.line is { Sku: not null, Quantity: > 0 })
            .Select(change => (change.index, new PlaceOrderLine(
                change.line.Line, change.line.Sku!.Value, change.line.Quantity!.Value, change.line.Warehouse)))
            .ToList();
        return added.Count == 0
            ? null
            : await NotOrderable(new(GrainFactory, Tenant), added, Point(State.ShipTo!));
    }

    /// <summary>
    /// The customer allows no backorder: an increase is ordered when it can be had at once. Null when it is; else
    /// nothing is left of it.
    /// </summary>
    private async Task<OrderReply?> CannotGrow(AmendOrder increase)
    {
        var before = State;
        var preview = Order.Decide(before, increase, null)
            .Aggregate(before, (order, @event) => Order.Evolve(order, @event, Now));
        var sourcing = new OrderSourcing(GrainFactory, Tenant);
        await sourcing.Ask(
            preview.Lines.Values.Where(line => line.Undecided > 0).Select(line => (line.Sku, line.Pinned)),
            Point(State.ShipTo!), Freshness.Confirmed);
        if (Order.IsOutOfReach(sourcing.Plan(preview)))
        {
            return NoBackorder();
        }
        await Decide(order => Order.Decide(order, increase, null));
        await _fulfilment.BringToRest();
        return Order.HasGrown(before, State, increase) ? null : NoBackorder();
    }

    private static OrderReply NoBackorder() => new()
    {
        Status = ReplyStatus.Refused,
        Refusal = Refusal.AllowBackorder,
        Message = "Not enough stock for what is added, and the order allows no backorder.",
    };
}
