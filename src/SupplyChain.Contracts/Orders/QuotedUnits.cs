using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Units of a line that a warehouse would give.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Quantity">Units.</param>
/// <param name="Arrival">When they would arrive; null when that is not known.</param>
/// <param name="Why">Why this warehouse.</param>
[GenerateSerializer, Immutable, Alias("quoted-units")]
public sealed record QuotedUnits(
    [property: Id(0)] WarehouseId Warehouse,
    [property: Id(1)] long Quantity,
    [property: Id(2)] DateOnly? Arrival,
    [property: Id(3)] Why Why);
