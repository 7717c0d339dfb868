namespace SupplyChain.Inventory;

/// <summary>Units of a stock item that belong to one demand.</summary>
public sealed record Reservation(ReservationKey Key, long Quantity, int Priority, DateTimeOffset Since)
    : IOfReservation
{
    /// <summary>The highest priority: it loses units last.</summary>
    public const int FirstToKeep = 1;
}
