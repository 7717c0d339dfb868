namespace SupplyChain.Inventory;

/// <summary>What movements of a stock item add up to: its books, kept with its level.</summary>
/// <param name="Movements">How many there were.</param>
/// <param name="Received">Units that came.</param>
/// <param name="Adjusted">Units that counts and corrections added.</param>
/// <param name="Shipped">Units that left for customers.</param>
/// <param name="Transferred">Units that left for other warehouses, less those that came from them.</param>
internal readonly record struct StockSums(
    long Movements, long Received, long Adjusted, long Shipped, long Transferred)
{
    /// <summary>What one movement adds.</summary>
    public static StockSums Of(StockEvent @event, StockMovement movement)
    {
        var units = movement.Quantity;
        // What left for a customer names its order, what left with a transfer its owner of another kind.
        return @event is not StockEvent.Moved ? new(1, 0, 0, 0, 0) : EventCodec.PublishedType(@event) switch
        {
            "stock.received" => new(1, units, 0, 0, 0),
            "stock.adjusted" => new(1, 0, units, 0, 0),
            "stock.moved" => new(1, 0, 0, 0, -units),
            _ => movement.Owner is not { } owner ? new(1, 0, 0, 0, 0)
                : owner.Order is not null ? new(1, 0, 0, -units, 0)
                : new(1, 0, 0, 0, -units),
        };
    }

    public static StockSums operator +(StockSums one, StockSums other) => new(
        one.Movements + other.Movements, one.Received + other.Received, one.Adjusted + other.Adjusted,
        one.Shipped + other.Shipped, one.Transferred + other.Transferred);
}
