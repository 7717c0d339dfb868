namespace SupplyChain.Orders;

/// <summary>What left the warehouse. The same question about the same closing gets the same answer.</summary>
/// <param name="ResourcedLines">Lines that found other stock for at least one unit and wait for none.</param>
/// <param name="BackorderedLines">Lines of which units wait now.</param>
[GenerateSerializer, Immutable, Alias("leave-warehouse-reply")]
public sealed record LeaveWarehouseReply([property: Id(0)] int ResourcedLines, [property: Id(1)] int BackorderedLines);
