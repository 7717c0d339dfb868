using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Moves what can still move out of a closed warehouse.</summary>
/// <param name="Warehouse">The closed warehouse.</param>
/// <param name="Closing">The warehouse's version when it closed: repeats of one closing move nothing again.</param>
[GenerateSerializer, Immutable, Alias("leave-warehouse")]
public sealed record LeaveWarehouse([property: Id(0)] WarehouseId Warehouse, [property: Id(1)] long Closing);

/// <summary>What left the warehouse. The same question about the same closing gets the same answer.</summary>
/// <param name="ResourcedLines">Lines that found other stock for at least one unit and wait for none.</param>
/// <param name="BackorderedLines">Lines of which units wait now.</param>
[GenerateSerializer, Immutable, Alias("leave-warehouse-reply")]
public sealed record LeaveWarehouseReply([property: Id(0)] int ResourcedLines, [property: Id(1)] int BackorderedLines);
