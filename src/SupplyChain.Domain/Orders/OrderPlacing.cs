namespace SupplyChain.Orders;

/// <summary>An order that is about to be placed: it is sourced before anything is recorded.</summary>
/// <param name="Event">What is recorded of it.</param>
/// <param name="After">The order right after that, when the number was free.</param>
public sealed record OrderPlacing(OrderEvent.Placed Event, Order After)
{
    /// <summary>An order as a command asks for it.</summary>
    public static OrderPlacing Of(
        OrderId number, PlaceOrder command, OrderAddress shipTo, string digest, DateTimeOffset now)
    {
        var placed = Order.Record(number, command, shipTo, digest, now);
        return new(placed, Order.Evolve(Order.Initial, placed, now));
    }
}
