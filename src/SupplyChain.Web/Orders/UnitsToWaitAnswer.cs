using System.ComponentModel.DataAnnotations;
using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>Units of a line that would wait for stock.</summary>
/// <param name="Order">The order.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units that do not wait now.</param>
/// <param name="Reason">What keeps the warehouse that comes next from serving them.</param>
[SchemaName("UnitsToWait")]
public sealed record UnitsToWaitAnswer(
    OrderId Order,
    [property: Range(1, Limits.MaxLineNumber)] int Line,
    Sku Sku,
    [property: Range(1, Limits.MaxQuantity)] long Quantity,
    RejectionReason Reason)
{
    internal static UnitsToWaitAnswer Of(UnitsToWait units) =>
        new(units.Order, units.Line, units.Sku, units.Quantity, units.Reason);
}
