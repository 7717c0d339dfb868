using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>What a stock item could give to waiting lines.</summary>
public sealed record BacklogSupply(
    WarehouseId Warehouse, Supplies Supplies, bool Open, GeoPoint? Location, int PriorityBand);
