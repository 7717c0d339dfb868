namespace SupplyChain.Inventory;

/// <summary>Releases reservations, wholly or in part.</summary>
[GenerateSerializer, Immutable, Alias("reduce-reservations")]
public sealed record ReduceReservations([property: Id(0)] Items<KeepReserved> Reservations);
