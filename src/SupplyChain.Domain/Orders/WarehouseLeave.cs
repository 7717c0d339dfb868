using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Which lines a closing moved, so that asking again gets the same answer.</summary>
public sealed record WarehouseLeave(WarehouseId Warehouse, long Closing, Items<int> Lines);
