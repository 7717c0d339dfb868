namespace SupplyChain.Inventory;

/// <summary>How many units of a reservation are to stay; absolute, so repeating it changes nothing. 0 releases
/// it.</summary>
[GenerateSerializer, Immutable, Alias("keep-reserved")]
public sealed record KeepReserved([property: Id(0)] ReservationKey Key, [property: Id(1)] long Keep);
