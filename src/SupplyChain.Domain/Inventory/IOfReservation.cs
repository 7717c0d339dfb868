namespace SupplyChain.Inventory;

/// <summary>What belongs to one reservation.</summary>
internal interface IOfReservation
{
    /// <summary>The reservation.</summary>
    ReservationKey Key { get; }
}
