namespace SupplyChain.Inventory;

/// <summary>A reservation that lost units because on hand fell below reserved.</summary>
/// <param name="Key">The reservation.</param>
/// <param name="Quantity">Units it lost.</param>
/// <param name="Kept">Units it still has; absolute, so hearing it twice changes nothing.</param>
[GenerateSerializer, Immutable, Alias("dropped-reservation")]
public sealed record DroppedReservation(
    [property: Id(0)] ReservationKey Key, [property: Id(1)] long Quantity, [property: Id(2)] long Kept);
