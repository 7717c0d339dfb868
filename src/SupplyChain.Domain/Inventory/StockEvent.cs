using SupplyChain.Shipments;

namespace SupplyChain.Inventory;

/// <summary>What can happen to a stock item.</summary>
public abstract record StockEvent
{
    private StockEvent() { }

    /// <summary>Units of a receipt arrived.</summary>
    [EventType("stock.received")]
    public sealed record Received(
        ReceiptId Receipt, int LineIndex, long Quantity, DateTimeOffset? OccurredAt) : StockEvent;

    /// <summary>On hand was corrected.</summary>
    [EventType("stock.adjusted")]
    public sealed record Adjusted(
        AdjustmentId Adjustment, long Delta, string Reason, DateTimeOffset? OccurredAt) : StockEvent;

    /// <summary>Units were reserved for a demand.</summary>
    [EventType("stock.reserved")]
    public sealed record Reserved(ReservationKey Key, long Quantity, int Priority, DateTimeOffset Since) : StockEvent;

    /// <summary>A reservation was released, wholly or in part.</summary>
    [EventType("stock.reservation-reduced")]
    public sealed record ReservationReduced(ReservationKey Key, long Quantity, long Kept) : StockEvent;

    /// <summary>Reality took reserved units away.</summary>
    [EventType("stock.reservations-dropped")]
    public sealed record ReservationsDropped(Items<ReservationLoss> Dropped) : StockEvent;

    /// <summary>The owners have heard that their reservations were dropped.</summary>
    [EventType("stock.drops-confirmed")]
    public sealed record DropsConfirmed(Items<ReservationKey> Keys) : StockEvent;

    /// <summary>Goods left with a shipment: on hand and reserved together.</summary>
    [EventType("stock.issued")]
    public sealed record Issued(
        ShipmentId Shipment, Items<IssuedUnits> Lines, DateTimeOffset? OccurredAt) : StockEvent;

    /// <summary>Goods that had been issued never left: they are on hand and reserved again.</summary>
    [EventType("stock.issue-reversed")]
    public sealed record IssueReversed(ShipmentId Shipment, Items<IssuedUnits> Lines) : StockEvent;

    /// <summary>Lines wait for the product: only its backlog gives units away.</summary>
    [EventType("stock.rationed")]
    public sealed record Rationed : StockEvent;

    /// <summary>No line waits any more.</summary>
    [EventType("stock.rationing-ended")]
    public sealed record RationingEnded : StockEvent;
}
