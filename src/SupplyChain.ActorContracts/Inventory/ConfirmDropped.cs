namespace SupplyChain.Inventory;

/// <summary>The orders have heard of these dropped reservations.</summary>
/// <param name="Heard">As they were told: a reservation that lost units again meanwhile still has news.</param>
[GenerateSerializer, Immutable, Alias("confirm-dropped")]
public sealed record ConfirmDropped([property: Id(0)] Items<DroppedReservation> Heard);
