using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>
/// An owner that is served together or not at all asks for a whole line now; it gets all of it or nothing.
/// </summary>
/// <param name="Owner">Who owns the demand.</param>
/// <param name="Line">The line's number.</param>
/// <param name="From">The warehouses that were chosen for it, together with those of the other lines.</param>
[GenerateSerializer, Immutable, Alias("claim-line")]
public sealed record ClaimLine(
    [property: Id(0)] DemandOwner Owner, [property: Id(1)] int Line, [property: Id(2)] Items<WarehouseId> From)
{
    /// <summary>Where it stands among the lines that wait.</summary>
    [Id(3)] public ClaimPlace Place { get; init; }

    /// <summary>The demand.</summary>
    public DemandId Demand => new(Owner, Line);
}
