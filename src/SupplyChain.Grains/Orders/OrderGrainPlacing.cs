using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>What placing an order needs from others before it is decided.</summary>
public sealed partial class OrderGrain
{
    private bool _isTakenForNew;

    /// <inheritdoc/>
    private protected override bool IsTakenForNew() => _isTakenForNew = newcomers.Include(Tenant);

    /// <inheritdoc/>
    private protected override void OnGivenUp()
    {
        if (_isTakenForNew)
        {
            newcomers.WasMistaken();
        }
    }

    /// <summary>
    /// The refusal of lines that cannot be ordered: unknown products or warehouses, a closed pinned warehouse. Null
    /// when all can; <paramref name="sourcing"/> then knows their stock.
    /// </summary>
    private async Task<OrderReply?> NotOrderable(
        OrderSourcing sourcing, IReadOnlyList<(int Index, PlaceOrderLine Line)> lines, ShipToPoint? shipTo) =>
        await OrderableLines.Check(sourcing, id => map.FindAsync(Tenant, id), lines, shipTo) switch
        {
            null => null,
            { Refused: { } refused } => new()
            {
                Status = ReplyStatus.Refused,
                Refusal = refused.Reason,
                Message = refused.Message,
            },
            { Faults: var faults } => Replies.Invalid<OrderReply, OrderDetails>(faults),
        };

    /// <summary>
    /// The first plan of a new order, from what <paramref name="sourcing"/> learned of its lines; before anything waits
    /// or is rejected, the stock items are asked themselves. An order that exists needs none.
    /// </summary>
    private async Task<SourcingPlan> FirstPlan(OrderSourcing sourcing, PlaceOrder command, Order placed)
    {
        if (State.Exists)
        {
            return new([], [], SourcingMethod.Exact);
        }
        var plan = sourcing.Plan(placed);
        if (Order.WorthAnotherLook(plan))
        {
            await sourcing.Ask(
                command.Lines.Select(line => (line.Sku, line.Warehouse)), Point(command.ShipTo), Freshness.Confirmed);
            plan = sourcing.Plan(placed);
        }
        return plan;
    }

    private static ShipToPoint? Point(ShipTo shipTo) =>
        Point(new OrderAddress(shipTo.Country, shipTo.Latitude, shipTo.Longitude, shipTo.Unlocode, null, null));

    private static ShipToPoint? Point(OrderAddress address) => OrderFulfilment.Point(address);
}
