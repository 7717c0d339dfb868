using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>Reservations of this owner that a stock item dropped.</summary>
[GenerateSerializer, Immutable, Alias("lose-reservations")]
public sealed record LoseReservations(
    [property: Id(0)] StockItemId StockItem, [property: Id(1)] Items<DroppedReservation> Dropped);
