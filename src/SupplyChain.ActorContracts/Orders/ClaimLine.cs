using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>A ship-complete order asks for a whole line now; it gets all of it or nothing.</summary>
/// <param name="Order">The order.</param>
/// <param name="Line">The line's number.</param>
/// <param name="From">The warehouses that were chosen for it, together with those of the other lines.</param>
[GenerateSerializer, Immutable, Alias("claim-line")]
public sealed record ClaimLine(
    [property: Id(0)] OrderId Order, [property: Id(1)] int Line, [property: Id(2)] Items<WarehouseId> From)
{
    /// <summary>Whether lines that wait before it keep what they can use: it was not asked to claim.</summary>
    [Id(3)] public bool BehindQueue { get; init; }
}
