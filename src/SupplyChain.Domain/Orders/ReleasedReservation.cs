using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>A reservation a stock item has still to reduce.</summary>
public sealed record ReleasedReservation(ReservationKey Key, StockItemId StockItem, long Keep);
