namespace SupplyChain.Inventory;

/// <summary>The orders have heard of these dropped reservations.</summary>
[GenerateSerializer, Immutable, Alias("confirm-dropped")]
public sealed record ConfirmDropped([property: Id(0)] Items<ReservationKey> Keys);
