using SupplyChain.Shipments;
using SupplyChain.Transfers;
using static SupplyChain.Inventory.StockEvent;

namespace SupplyChain.Inventory;

public sealed partial record StockItem
{
    /// <summary>Units arrive. Always possible, in a closed warehouse too.</summary>
    public static Decision<StockEvent> Decide(StockItem stock, ReceiveStock command, DateTimeOffset now) =>
    [
        new Moved(
            command.Transfer is { } transfer
                ? new(Transfer.Kind, transfer.Value, command.LineIndex)
                : new(Receipt.Kind, command.Receipt.Value, command.LineIndex),
            command.Quantity, null, command.OccurredAt.Resolve(now), stock.After(command.Quantity)),
    ];

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
        var lost = Math.Max(0, stock.Reserved - onHand);
        var adjusted = new Moved(
            new(Adjustment.Kind, command.Adjustment.Value), command.Delta, command.Reason,
            command.OccurredAt.Resolve(now), stock.After(command.Delta, -lost));
        return lost == 0
            ? [adjusted]
            : [new ReservationsDropped(WhoLoses(stock, lost), stock.After(0, -lost)), adjusted];
    }

    /// <summary>Reserves units; what it answers is told by <see cref="Answer"/>.</summary>
    public static Decision<StockEvent> Decide(StockItem stock, ReserveStock command, bool isRationed) =>
        !stock.Reservations.ContainsKey(command.Key)
        && Answer(stock, command, isRationed) == ReserveOutcome.Reserved
            ?
            [
                new StockEvent.Reserved(
                    command.Key, command.Quantity, command.Priority, command.Since, stock.After(0, command.Quantity)),
            ]
            : [];

    /// <summary>What a stock item answers to a reservation. While the product is rationed, units go only to lines
    /// that wait.</summary>
    public static ReserveOutcome Answer(StockItem stock, ReserveStock command, bool isRationed)
    {
        if (stock.Reservations.ContainsKey(command.Key))
        {
            return ReserveOutcome.Reserved;
        }
        if (stock.Closed.TryGetValue(ReservationSequence.Of(command.Key), out var closed)
            && closed.Attempt >= command.Key.Attempt)
        {
            return ReserveOutcome.Stale;
        }
        if (isRationed && command.Key.Origin != ReservationOrigin.Backlog)
        {
            return ReserveOutcome.Rationed;
        }
        return stock.Available >= command.Quantity ? ReserveOutcome.Reserved : ReserveOutcome.Short;
    }

    /// <summary>Releases reservations. What is gone already, or smaller, stays as it is.</summary>
    public static Decision<StockEvent> Decide(StockItem stock, ReduceReservations command)
    {
        var (reduced, released) = (new List<StockEvent>(command.Reservations.Count), 0L);
        foreach (var keep in command.Reservations)
        {
            if (stock.Reservations.GetValueOrDefault(keep.Key) is { } held && held.Quantity > keep.Keep)
            {
                var units = held.Quantity - keep.Keep;
                released += units;
                reduced.Add(new ReservationReduced(keep.Key, units, keep.Keep, stock.After(0, -released)));
            }
        }
        return Decision.Record<StockEvent>([.. reduced]);
    }

    /// <summary>Goods leave: of each reservation at most what it still holds.</summary>
    public static Decision<StockEvent> Decide(StockItem stock, IssueGoods command, DateTimeOffset now)
    {
        var lines = from line in command.Lines
                    let held = stock.Reservations.GetValueOrDefault(line.Reservation)
                    where held is not null
                    select new IssuedUnits(line.Reservation, Math.Min(line.Quantity, held.Quantity));
        var consumed = lines.ToItems();
        var units = consumed.Sum(line => line.Quantity);
        return
        [
            new Moved(
                new(Shipment.Kind, command.Shipment.Value), -units, null, command.OccurredAt.Resolve(now),
                stock.After(-units, -units), Consumed: consumed),
        ];
    }

    /// <summary>Goods that had been issued are back; always possible: they are not in stock until then.</summary>
    public static Decision<StockEvent> Decide(StockItem stock, ReturnGoods command)
    {
        var restored = command.Lines.Select(IssuedUnits.Of).ToItems();
        var units = restored.Sum(line => line.Quantity);
        return
        [
            new Moved(
                new(Shipment.Kind, command.Shipment.Value), units, null, null,
                stock.After(units, units), Restored: restored),
        ];
    }

    /// <summary>The owners have heard of drops. Who lost units again since then has still to hear of it.</summary>
    public static Decision<StockEvent> Decide(StockItem stock, ConfirmDropped command)
    {
        var known = command.Heard
            .Where(heard => stock.Dropped.GetValueOrDefault(heard.Key) == ReservationLoss.Of(heard))
            .Select(heard => heard.Key).ToItems();
        return known.Count == 0 ? [] : [new DropsConfirmed(known)];
    }

    /// <summary>The level after a change.</summary>
    private LevelAfter After(long onHand, long reserved = 0) => new(OnHand + onHand, Reserved + reserved);

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
