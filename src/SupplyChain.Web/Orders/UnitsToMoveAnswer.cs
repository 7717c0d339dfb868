using System.ComponentModel.DataAnnotations;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Reserved units of a line that would come from another warehouse.</summary>
/// <param name="Order">The order.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units.</param>
/// <param name="From">The warehouse they are reserved in.</param>
/// <param name="To">The warehouse they would be reserved in.</param>
[SchemaName("UnitsToMove")]
public sealed record UnitsToMoveAnswer(
    OrderId Order,
    [property: Range(1, Limits.MaxLineNumber)] int Line,
    Sku Sku,
    [property: Range(1, Limits.MaxQuantity)] long Quantity,
    WarehouseId From,
    WarehouseId To)
{
    internal static UnitsToMoveAnswer Of(UnitsToMove units) =>
        new(units.Order, units.Line, units.Sku, units.Quantity, units.From, units.To);
}
