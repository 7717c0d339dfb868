using System.ComponentModel.DataAnnotations;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Units that would be reserved for a line.</summary>
/// <param name="Order">The order.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units that are not reserved now.</param>
/// <param name="From">The warehouse they would come from.</param>
[SchemaName("UnitsToFill")]
public sealed record UnitsToFillAnswer(
    OrderId Order,
    [property: Range(1, Limits.MaxLineNumber)] int Line,
    Sku Sku,
    [property: Range(1, Limits.MaxQuantity)] long Quantity,
    WarehouseId From)
{
    internal static UnitsToFillAnswer Of(UnitsToFill units) =>
        new(units.Order, units.Line, units.Sku, units.Quantity, units.From);
}
