using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Orders;

/// <summary>Units that would be reserved for a demand.</summary>
/// <param name="Order">The order; absent when the demand is not one of an order's.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units that are not reserved now.</param>
/// <param name="From">The warehouse they would come from.</param>
/// <param name="Owner">Who owns the demand; absent when an order does.</param>
[SchemaName("UnitsToFill")]
public sealed record UnitsToFillAnswer(
    [property: JsonIgnore(Condition = WhenWritingNull)] OrderId? Order,
    [property: Range(1, Limits.MaxLineNumber)] int Line,
    Sku Sku,
    [property: Range(1, Limits.MaxQuantity)] long Quantity,
    WarehouseId From,
    [property: JsonIgnore(Condition = WhenWritingNull)] DemandOwnerAnswer? Owner = null)
{
    internal static UnitsToFillAnswer Of(UnitsToFill units) =>
        new(
            units.Order, units.Line, units.Sku, units.Quantity, units.From,
            DemandOwnerAnswer.UnlessOrder(units.Owner));
}
