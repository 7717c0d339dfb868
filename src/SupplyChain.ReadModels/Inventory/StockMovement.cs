using static SupplyChain.Inventory.StockEvent;

namespace SupplyChain.Inventory;

/// <summary>What an event moved in a stock item.</summary>
/// <param name="Quantity">Units, as they changed on hand; as they changed reserved when on hand stayed.</param>
/// <param name="Cause">The receipt, adjustment, shipment or reservation behind it.</param>
/// <param name="Owner">Who owns the demand it was for, if one.</param>
/// <param name="OccurredAt">When, where the event says so.</param>
internal sealed record StockMovement(long Quantity, string Cause, DemandOwner? Owner, DateTimeOffset? OccurredAt)
{
    /// <summary>The movement; null when nothing moved.</summary>
    public static StockMovement? Of(StockEvent @event) => @event switch
    {
        Received received => new(received.Quantity, received.Receipt.Value, null, received.OccurredAt),
        Adjusted adjusted => new(adjusted.Delta, adjusted.Adjustment.Value, null, adjusted.OccurredAt),
        Reserved reserved => new(reserved.Quantity, reserved.Key.ToString(), reserved.Key.Owner, null),
        ReservationReduced reduced => new(-reduced.Quantity, reduced.Key.ToString(), reduced.Key.Owner, null),
        ReservationsDropped dropped => new(
            -dropped.Dropped.Sum(drop => drop.Quantity),
            string.Join(' ', dropped.Dropped.Select(drop => drop.Key)),
            OnlyOwner(dropped.Dropped.Select(drop => drop.Key.Owner)), null),
        Issued issued => new(
            -issued.Lines.Sum(line => line.Quantity), issued.Shipment.Value,
            OnlyOwner(issued.Lines.Select(line => line.Reservation.Owner)), issued.OccurredAt),
        IssueReversed reversed => new(
            reversed.Lines.Sum(line => line.Quantity), reversed.Shipment.Value,
            OnlyOwner(reversed.Lines.Select(line => line.Reservation.Owner)), null),
        _ => null,
    };

    private static DemandOwner? OnlyOwner(IEnumerable<DemandOwner> owners) =>
        owners.Distinct().Take(2).ToArray() is [var only] ? only : default(DemandOwner?);
}
