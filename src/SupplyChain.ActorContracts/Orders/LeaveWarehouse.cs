using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Moves what can still move out of a closed warehouse.</summary>
/// <param name="Warehouse">The closed warehouse.</param>
/// <param name="Closing">The warehouse's version when it closed: repeats of one closing move nothing again.</param>
[GenerateSerializer, Immutable, Alias("leave-warehouse")]
public sealed record LeaveWarehouse([property: Id(0)] WarehouseId Warehouse, [property: Id(1)] long Closing);
