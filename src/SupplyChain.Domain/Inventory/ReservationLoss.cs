namespace SupplyChain.Inventory;

/// <summary>Units that a reservation lost because on hand fell below reserved, as they are stored.</summary>
/// <param name="Key">The reservation.</param>
/// <param name="Quantity">Units it lost.</param>
/// <param name="Kept">Units it still has; absolute, so hearing it twice changes nothing.</param>
public sealed record ReservationLoss(ReservationKey Key, long Quantity, long Kept) : IOfReservation
{
    /// <summary>What a stock item or an order said.</summary>
    public static ReservationLoss Of(DroppedReservation drop) => new(drop.Key, drop.Quantity, drop.Kept);

    /// <summary>The loss as other actors are told of it.</summary>
    public DroppedReservation ToContract() => new(Key, Quantity, Kept);
}
