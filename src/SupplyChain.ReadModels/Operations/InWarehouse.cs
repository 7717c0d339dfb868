using SupplyChain.Network;

namespace SupplyChain.Operations;

/// <summary>Something that is an exception for as long as its warehouse is closed.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Since">Since when it depends on it.</param>
/// <param name="WhileClosed">The exception.</param>
internal sealed record InWarehouse(WarehouseId Warehouse, DateTimeOffset Since, OpenCause WhileClosed);
