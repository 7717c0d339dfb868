using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Sourcing again what is reserved.</summary>
public sealed partial class OrderGrain
{
    private const int MaxMoveTries = 3;

    /// <inheritdoc/>
    public async Task<OrderReply> Resource(ResourceOrder command)
    {
        if (await NotFoundOrInvalid(command.Validate()) is { } no)
        {
            return no;
        }
        return await InTurn(async () =>
        {
            for (var tries = 1; ; tries++)
            {
                var stock = await Look(State, []);
                var reply = await Decide(order => Order.Decide(order, command, stock, BusinessDay));
                var proposed = State.Moving;
                if (proposed.Count == 0)
                {
                    return reply;
                }
                await _fulfilment.BringToRest();
                var moved = State.Allocations.Any(held => held.Key == proposed[0].Key);
                if (moved || tries == MaxMoveTries)
                {
                    return reply;
                }
            }
        });
    }

    private DateOnly BusinessDay => DateOnly.FromDateTime(business.Now.Date);

    /// <summary>The stock of an order's products as it is at this moment, and who waits for them.</summary>
    private Task<StockPicture> Look(Order order, IEnumerable<Inventory.Sku> added)
    {
        var also = order.Allocations.Select(held => held.Warehouse)
            .Concat(order.Lines.Values.Select(line => line.Pinned).OfType<WarehouseId>()).Distinct().ToItems();
        return new OrderSourcing(GrainFactory, Tenant).Look(
            order.Lines.Values.Select(line => line.Sku).Concat(added), Point(order.ShipTo!), also);
    }
}
