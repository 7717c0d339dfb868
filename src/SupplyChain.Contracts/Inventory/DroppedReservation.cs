namespace SupplyChain.Inventory;

/// <summary>A reservation that lost units because on hand fell below reserved.</summary>
[GenerateSerializer, Immutable, Alias("dropped-reservation")]
public sealed record DroppedReservation([property: Id(0)] ReservationKey Key, [property: Id(1)] long Quantity);
