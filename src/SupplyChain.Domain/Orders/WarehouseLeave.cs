using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>Which lines a closing moved and which shipments stay, so that asking again gets the same answer.</summary>
public sealed record WarehouseLeave(
    WarehouseId Warehouse, long Closing, Items<int> Lines, Items<ShipmentId> Staying);
