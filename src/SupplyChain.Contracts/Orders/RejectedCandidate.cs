using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>A warehouse that was considered for a line and not chosen.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Reason">Why it was not chosen.</param>
[GenerateSerializer, Immutable, Alias("rejected-candidate")]
public readonly record struct RejectedCandidate(
    [property: Id(0)] WarehouseId Warehouse,
    [property: Id(1)] RejectionReason Reason);
