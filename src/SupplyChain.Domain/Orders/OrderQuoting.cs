namespace SupplyChain.Orders;

/// <summary>What an order would get, without placing it.</summary>
public sealed partial record Order
{
    /// <summary>The number of an order that is only quoted; none can be placed under it.</summary>
    public static OrderId Quoted { get; } = "?";

    /// <summary>
    /// What an order would get by the sourcing it would be placed with: its own proposal, then what the queues of its
    /// products would give it at once.
    /// </summary>
    /// <param name="command">The order.</param>
    /// <param name="shipTo">Where it goes; personal fields say nothing here.</param>
    /// <param name="stock">The stock of its products.</param>
    /// <param name="today">The day that waiting lines are served on.</param>
    /// <param name="now">When it would be placed.</param>
    public static QuoteDetails Quote(
        PlaceOrder command, OrderAddress shipTo, StockPicture stock, DateOnly today, DateTimeOffset now)
    {
        var placing = OrderPlacing.Of(Quoted, command, shipTo, "", now);
        var outlook = new OrderOutlook(placing.After, stock, today, now, new HashSet<Shipments.ShipmentId>());
        var order = outlook.Order;
        var lines = order.Lines.Values.Select(line =>
        {
            var units = order.Rejection is null
                ? order.Of(line.Line).Select(held => new QuotedUnits(
                    held.Warehouse, held.Quantity, held.Arrival, held.Why.ToContract())).ToItems()
                : [];
            return new QuotedLine(
                line.Line, line.Sku, line.Quantity, units.Sum(part => part.Quantity), line.Backordered, units,
                units.Any(part => part.Arrival is null) ? null : units.Max(part => part.Arrival),
                outlook.WhyWaiting(line.Line)?.ToContract());
        }).ToItems();
        return new(
            lines,
            lines.Max(line => line.Promise),
            order.Rejection is { } rejected ? new(rejected.Code, rejected.Message, rejected.Lines) : null);
    }
}
