namespace SupplyChain.Inventory;

/// <summary>Words for the rules of a stock item.</summary>
public abstract class StockRules : RuleBook<StockItem, StockEvent>
{
    protected static readonly StockEvent Hundred = Received("R-1", 0, 100, Now);

    protected static StockEvent.Moved Received(string receipt, int line, long units, DateTimeOffset? at) =>
        new(new("receipt", receipt, line), units, null, at);

    protected static StockEvent.Moved Adjusted(string adjustment, long delta, DateTimeOffset? at) =>
        new(new("adjustment", adjustment), delta, "count", at);

    protected static StockEvent.Moved Issued(string shipment, DateTimeOffset? at, params IssuedUnits[] units) =>
        new(new("shipment", shipment), -units.Sum(line => line.Quantity), null, at, Consumed: units.ToItems());

    protected static ReservationKey Key(
        string order, int attempt = 1, ReservationOrigin origin = ReservationOrigin.Owner) =>
        new(order, 1, origin, attempt);

    protected static ReserveStock Want(ReservationKey key, long units, int priority = 3, double days = 0) =>
        new(key, units, priority, Now.AddDays(days));

    protected static StockEvent.Reserved Holds(ReservationKey key, long units, int priority = 3, double days = 0) =>
        new(key, units, priority, Now.AddDays(days));

    protected static Decision<StockEvent> Reserve(StockItem stock, ReserveStock command, bool isRationed = false) =>
        StockItem.Decide(stock, command, isRationed);

    protected static Decision<StockEvent> Keep(StockItem stock, ReservationKey key, long units) =>
        StockItem.Decide(stock, new ReduceReservations([new KeepReserved(key, units)]));

    protected static Decision<StockEvent> Adjust(StockItem stock, long delta) =>
        StockItem.Decide(stock, new AdjustStock("A-1", delta, "count", Now, Repeat.No), Now);
}
