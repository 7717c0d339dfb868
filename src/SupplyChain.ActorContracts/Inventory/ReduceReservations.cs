namespace SupplyChain.Inventory;

/// <summary>Releases reservations, wholly or in part.</summary>
[GenerateSerializer, Immutable, Alias("reduce-reservations")]
public sealed record ReduceReservations([property: Id(0)] Items<KeepReserved> Reservations);

/// <summary>How many units of a reservation are to stay; absolute, so repeating it changes nothing. 0 releases
/// it.</summary>
[GenerateSerializer, Immutable, Alias("keep-reserved")]
public sealed record KeepReserved([property: Id(0)] ReservationKey Key, [property: Id(1)] long Keep);
