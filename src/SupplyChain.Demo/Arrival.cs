using SupplyChain.Orders;

namespace SupplyChain.Demo;

/// <summary>An order that arrives.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When.</param>
/// <param name="Order">The order.</param>
internal sealed record Arrival(OrderId Number, DateTimeOffset At, PlaceOrder Order)
{
    /// <summary>An order for goods of one warehouse and no other.</summary>
    public static Arrival Pinned(
        Customer customer, WarehouseSite site, Product product, long units, DateTimeOffset hour, DateTimeOffset at) =>
        new(OrderNumber.Of(hour, customer), at, new PlaceOrder(
            customer.Id, customer.ShipTo, [new PlaceOrderLine(1, product.Sku, units, new(site.Id))],
            customer.Kind.Priority, null, at));
}
