namespace SupplyChain.Demo;

/// <summary>Places the orders that arrive and leaves the rest to <see cref="OrderCare"/>.</summary>
internal sealed class OrderDesk(OrderBook book, OrderCare care, Erp erp, DayBook dayBook) : IPlan
{
    /// <inheritdoc/>
    public IEnumerable<Errand> During(DateTimeOffset hour) => book.Arrivals(hour).Select(arrival =>
        new Errand(arrival.At, arrival.Number.Value, cancellationToken => PlaceAsync(arrival, cancellationToken)));

    /// <summary>Places one.</summary>
    public async Task PlaceAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        var reply = await erp.AskAsync(
            chain => chain.Orders.PlaceAsync(arrival.Number, arrival.Order, cancellationToken), cancellationToken);
        if (erp.Accepted(arrival.Number.Value, reply) is not { } order)
            return;
        dayBook.Placed(order);
        care.Follow(arrival.Number, arrival.At, arrival.At);
    }
}
