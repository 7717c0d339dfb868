using static SupplyChain.Inventory.StockEvent;

namespace SupplyChain.Inventory;

public sealed partial record StockItem
{
    /// <summary>Units arrive. Always possible, in a closed warehouse too.</summary>
    public static Decision<StockEvent> Decide(StockItem stock, ReceiveStock command, DateTimeOffset now) =>
        [new Received(command.Receipt, command.LineIndex, command.Quantity, command.OccurredAt.Resolve(now))];

    /// <summary>
    /// On hand is corrected. It may fall below reserved: reality wins, and reservations are dropped, lowest priority
    /// first, then the youngest, until they fit. They are dropped first: no prefix of the history has more reserved
    /// than on hand.
    /// </summary>
    public static Decision<StockEvent> Decide(StockItem stock, AdjustStock command, DateTimeOffset now)
    {
        var onHand = stock.OnHand + command.Delta;
        if (onHand < 0)
        {
            return new Refused(
                Refusal.BelowZero, $"On hand is {stock.OnHand}; {command.Delta} would take it below zero.");
        }
        var adjusted = new Adjusted(
            command.Adjustment, command.Delta, command.Reason, command.OccurredAt.Resolve(now));
        return stock.Reserved <= onHand
            ? [adjusted]
            : [new ReservationsDropped(WhoLoses(stock, stock.Reserved - onHand)), adjusted];
    }

    /// <summary>Reserves units; what it answers is told by <see cref="Answer"/>.</summary>
    public static Decision<StockEvent> Decide(StockItem stock, ReserveStock command) =>
        !stock.Reservations.ContainsKey(command.Key.ToString()) && Answer(stock, command) == ReserveOutcome.Reserved
            ? [new StockEvent.Reserved(command.Key, command.Quantity, command.Priority, command.Since)]
            : [];

    /// <summary>What a stock item answers to a reservation.</summary>
    public static ReserveOutcome Answer(StockItem stock, ReserveStock command)
    {
        if (stock.Reservations.ContainsKey(command.Key.ToString()))
        {
            return ReserveOutcome.Reserved;
        }
        if (stock.Closed.TryGetValue(command.Key.Sequence, out var closed) && closed.Attempt >= command.Key.Attempt)
        {
            return ReserveOutcome.Stale;
        }
        if (stock.Rationed && command.Key.Origin != ReservationOrigin.Backlog)
        {
            return ReserveOutcome.Rationed;
        }
        return stock.Available >= command.Quantity ? ReserveOutcome.Reserved : ReserveOutcome.Short;
    }

    /// <summary>Releases reservations. What is gone already, or smaller, stays as it is.</summary>
    public static Decision<StockEvent> Decide(StockItem stock, ReduceReservations command) =>
        Decision.Record<StockEvent>(
    [
        .. from keep in command.Reservations
           let held = stock.Reservations.GetValueOrDefault(keep.Key.ToString())
           where held is not null && held.Quantity > keep.Keep
           select new ReservationReduced(keep.Key, held.Quantity - keep.Keep, keep.Keep),
    ]);

    /// <summary>Goods leave: of each reservation at most what it still holds.</summary>
    public static Decision<StockEvent> Decide(StockItem stock, IssueGoods command, DateTimeOffset now)
    {
        var lines = from line in command.Lines
                    let held = stock.Reservations.GetValueOrDefault(line.Reservation.ToString())
                    where held is not null
                    select new IssuedUnits(line.Reservation, Math.Min(line.Quantity, held.Quantity));
        return [new Issued(command.Shipment, lines.ToItems(), command.OccurredAt.Resolve(now))];
    }

    /// <summary>Goods that had been issued are back; always possible: they are not in stock until then.</summary>
    public static Decision<StockEvent> Decide(StockItem stock, ReturnGoods command) =>
        [new IssueReversed(command.Shipment, command.Lines.Select(IssuedUnits.Of).ToItems())];

    /// <summary>Starts or ends rationing.</summary>
    public static Decision<StockEvent> Decide(StockItem stock, RationStock command) =>
        stock.Rationed == command.Rationed ? []
        : command.Rationed ? [new StockEvent.Rationed()]
        : [new RationingEnded()];

    /// <summary>The owners have heard of drops. Who lost units again since then has still to hear of it.</summary>
    public static Decision<StockEvent> Decide(StockItem stock, ConfirmDropped command)
    {
        var known = command.Heard
            .Where(heard => stock.Dropped.GetValueOrDefault(heard.Key.ToString()) == ReservationLoss.Of(heard))
            .Select(heard => heard.Key).ToItems();
        return known.Count == 0 ? [] : [new DropsConfirmed(known)];
    }

    private static Items<ReservationLoss> WhoLoses(StockItem stock, long units)
    {
        var dropped = new List<ReservationLoss>();
        var losers = stock.Reservations.Values
            .OrderByDescending(held => held.Priority)
            .ThenByDescending(held => held.Since)
            .ThenByDescending(held => held.Key.ToString(), StringComparer.Ordinal);
        foreach (var held in losers)
        {
            var lost = Math.Min(units, held.Quantity);
            dropped.Add(new(held.Key, lost, held.Quantity - lost));
            units -= lost;
            if (units == 0)
            {
                break;
            }
        }
        return dropped.ToItems();
    }
}
