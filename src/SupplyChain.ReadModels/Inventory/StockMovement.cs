using static SupplyChain.Inventory.StockEvent;

namespace SupplyChain.Inventory;

/// <summary>What an event moved in a stock item: units on hand, units reserved, or both.</summary>
/// <param name="OnHand">Units by which on hand changed.</param>
/// <param name="Reserved">Units by which reserved changed.</param>
/// <param name="Cause">The document or reservations behind it.</param>
/// <param name="Owner">Who owns the demand it was for, if one.</param>
/// <param name="OccurredAt">When, where the event says so.</param>
/// <param name="After">The level after it, where the event says so.</param>
internal sealed record StockMovement(
    long OnHand, long Reserved, string Cause, DemandOwner? Owner, DateTimeOffset? OccurredAt, LevelAfter? After)
{
    /// <summary>Units, as they changed on hand; as they changed reserved when only a reservation did.</summary>
    public long Quantity { get; private init; } = OnHand;

    /// <summary>The movement; null when nothing moved.</summary>
    public static StockMovement? Of(StockEvent @event) => @event switch
    {
        Moved moved => new(
            moved.Delta, Units(moved.Restored) - Units(moved.Consumed), moved.Document.Id,
            OnlyOwner((moved.Consumed ?? []).Concat(moved.Restored ?? []).Select(line => line.Reservation)),
            moved.OccurredAt, moved.After),
        Reserved reserved => OfReservation(reserved.Key, reserved.Quantity, reserved.After),
        ReservationReduced reduced => OfReservation(reduced.Key, -reduced.Quantity, reduced.After),
        ReservationsDropped dropped => OfReservations(
            [.. dropped.Dropped.Select(drop => drop.Key)], -dropped.Dropped.Sum(drop => drop.Quantity), dropped.After),
        _ => null,
    };

    /// <summary>The level after it; <paramref name="before"/> matters only when the event does not say.</summary>
    public LevelAfter LevelFrom(LevelAfter? before) =>
        After ?? new(before!.OnHand + OnHand, before.Reserved + Reserved);

    private static StockMovement OfReservation(ReservationKey key, long units, LevelAfter? after) =>
        new(0, units, key.ToString(), key.Owner, null, after) { Quantity = units };

    private static StockMovement OfReservations(ReservationKey[] keys, long units, LevelAfter? after) =>
        new(0, units, string.Join(' ', keys), OnlyOwner(keys), null, after) { Quantity = units };

    private static long Units(Items<IssuedUnits>? lines) => lines?.Sum(line => line.Quantity) ?? 0;

    private static DemandOwner? OnlyOwner(IEnumerable<ReservationKey> keys) =>
        keys.Select(key => key.Owner).Distinct().Take(2).ToArray() is [var only] ? only : default(DemandOwner?);
}
