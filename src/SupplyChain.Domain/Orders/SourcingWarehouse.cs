using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>What sourcing needs to know of a warehouse.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Location">Where it is, if known.</param>
/// <param name="PriorityBand">1 is used first.</param>
public readonly record struct SourcingWarehouse(WarehouseId Warehouse, GeoPoint? Location, int PriorityBand);
