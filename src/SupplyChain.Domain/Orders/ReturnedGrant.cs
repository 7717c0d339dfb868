using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>A grant the order could not use; its units have still to be given back.</summary>
public sealed record ReturnedGrant(StockItemId StockItem, ReservationKey Key);
