namespace SupplyChain.Inventory;

/// <summary>What can happen to a stock item.</summary>
public abstract record StockEvent
{
    private StockEvent() { }

    /// <summary>
    /// A movement: on hand changed because of a document. Release 0.1 wrote four types for it; see
    /// <see cref="FormerMovement"/>.
    /// </summary>
    /// <param name="Document">What moved the units.</param>
    /// <param name="Delta">Units by which on hand changed; negative when they left.</param>
    /// <param name="Reason">Why, where a document gives a reason.</param>
    /// <param name="OccurredAt">When; null when unknown.</param>
    /// <param name="After">The level after it; null when release 0.1 wrote it.</param>
    /// <param name="Consumed">Reserved units that left with it; null when it takes none.</param>
    /// <param name="Restored">Units that are reserved again, as they were before they left; null when there are
    /// none.</param>
    [EventType("stock.moved", Since = 2)]
    public sealed record Moved(
        MovementDocument Document, long Delta, string? Reason, DateTimeOffset? OccurredAt, LevelAfter? After = null,
        Items<IssuedUnits>? Consumed = null, Items<IssuedUnits>? Restored = null) : StockEvent;

    /// <summary>Units were reserved for a demand.</summary>
    [EventType("stock.reserved")]
    public sealed record Reserved(
        ReservationKey Key, long Quantity, int Priority, DateTimeOffset Since, LevelAfter? After = null) : StockEvent;

    /// <summary>A reservation was released, wholly or in part.</summary>
    [EventType("stock.reservation-reduced")]
    public sealed record ReservationReduced(
        ReservationKey Key, long Quantity, long Kept, LevelAfter? After = null) : StockEvent;

    /// <summary>Reality took reserved units away.</summary>
    [EventType("stock.reservations-dropped")]
    public sealed record ReservationsDropped(
        Items<ReservationLoss> Dropped, LevelAfter? After = null) : StockEvent;

    /// <summary>The owners have heard that their reservations were dropped.</summary>
    [EventType("stock.drops-confirmed")]
    public sealed record DropsConfirmed(Items<ReservationKey> Keys) : StockEvent;

    /// <summary>Lines wait for the product: only its backlog gives units away. Written by release 0.1.</summary>
    [EventType("stock.rationed")]
    public sealed record Rationed : StockEvent;

    /// <summary>No line waits any more. Written by release 0.1.</summary>
    [EventType("stock.rationing-ended")]
    public sealed record RationingEnded : StockEvent;
}
