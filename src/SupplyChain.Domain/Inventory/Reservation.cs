namespace SupplyChain.Inventory;

/// <summary>Units of a stock item that belong to one open order line.</summary>
public sealed record Reservation(ReservationKey Key, long Quantity, int Priority, DateTimeOffset Since);
