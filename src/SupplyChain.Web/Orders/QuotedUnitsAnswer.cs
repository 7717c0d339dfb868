using System.ComponentModel.DataAnnotations;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Units of a line that a warehouse would give.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Quantity">Units.</param>
/// <param name="Arrival">When they would arrive; null when that is not known.</param>
/// <param name="Why">Why this warehouse.</param>
[SchemaName("QuotedUnits")]
public sealed record QuotedUnitsAnswer(
    WarehouseId Warehouse,
    [property: Range(1, Limits.MaxQuantity)] long Quantity,
    DateOnly? Arrival,
    WhyAnswer Why)
{
    internal static QuotedUnitsAnswer Of(QuotedUnits units) =>
        new(units.Warehouse, units.Quantity, units.Arrival, WhyAnswer.Of(units.Why));
}
