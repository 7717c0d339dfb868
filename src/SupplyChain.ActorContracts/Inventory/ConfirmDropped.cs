namespace SupplyChain.Inventory;

/// <summary>The owners have heard of these dropped reservations.</summary>
/// <param name="Heard">As they were told: a reservation that lost units again meanwhile still has news.</param>
[GenerateSerializer, Immutable, Alias("confirm-dropped")]
public sealed record ConfirmDropped([property: Id(0)] Items<DroppedReservation> Heard);

/// <summary>A reservation that lost units because on hand fell below reserved.</summary>
/// <param name="Key">The reservation.</param>
/// <param name="Quantity">Units it lost.</param>
/// <param name="Kept">Units it still has; absolute, so hearing it twice changes nothing.</param>
[GenerateSerializer, Immutable, Alias("dropped-reservation")]
public sealed record DroppedReservation(
    [property: Id(0)] ReservationKey Key, [property: Id(1)] long Quantity, [property: Id(2)] long Kept);
