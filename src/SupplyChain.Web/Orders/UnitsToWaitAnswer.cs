using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Orders;

/// <summary>Units of a demand that would wait for stock.</summary>
/// <param name="Order">The order; absent when the demand is not one of an order's.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units that do not wait now.</param>
/// <param name="Reason">What keeps the warehouse that comes next from serving them.</param>
/// <param name="Owner">Who owns the demand; absent when an order does.</param>
[SchemaName("UnitsToWait")]
public sealed record UnitsToWaitAnswer(
    [property: JsonIgnore(Condition = WhenWritingNull)] OrderId? Order,
    [property: Range(1, Limits.MaxLineNumber)] int Line,
    Sku Sku,
    [property: Range(1, Limits.MaxQuantity)] long Quantity,
    RejectionReason Reason,
    [property: JsonIgnore(Condition = WhenWritingNull)] DemandOwnerAnswer? Owner = null)
{
    internal static UnitsToWaitAnswer Of(UnitsToWait units) =>
        new(
            units.Order, units.Line, units.Sku, units.Quantity, units.Reason,
            DemandOwnerAnswer.UnlessOrder(units.Owner));
}
