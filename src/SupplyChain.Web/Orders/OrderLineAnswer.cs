using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Orders;

/// <summary>A line as it is now. Once decided: quantity = allocated + backordered + shipped + cancelled.</summary>
/// <param name="Line">Its number, 1 to 999,999,999.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units ordered, cancelled ones included; 0 to 1,000,000,000.</param>
/// <param name="Allocated">Units reserved now, undispatched shipments included.</param>
/// <param name="Backordered">Units that wait for stock.</param>
/// <param name="Shipped">Units that left a warehouse.</param>
/// <param name="Delivered">Of the shipped: units whose journey has ended.</param>
/// <param name="Cancelled">Units cancelled.</param>
/// <param name="Scheduled">The date it counts against: requested, else the first promise.</param>
/// <param name="Promise">The first promise: the estimated arrival when it was first allocated.</param>
/// <param name="Warehouse">The warehouse it is pinned to; absent when it is to none.</param>
/// <param name="Value">The line's value; absent when it was not told.</param>
/// <param name="RequestedBy">Requested delivery date of this line, if it has one of its own.</param>
/// <param name="ClosedShort">Of the cancelled: units that the supplier cancelled.</param>
[SchemaName("OrderLineDetails")]
public sealed record OrderLineAnswer(
    [property: Range(1, Limits.MaxLineNumber)] int Line,
    Sku Sku,
    [property: Range(0, Limits.MaxQuantity)] long Quantity,
    [property: Range(0, Limits.MaxQuantity)] long Allocated,
    [property: Range(0, Limits.MaxQuantity)] long Backordered,
    [property: Range(0, Limits.MaxQuantity)] long Shipped,
    [property: Range(0, Limits.MaxQuantity)] long Delivered,
    [property: Range(0, Limits.MaxQuantity)] long Cancelled,
    DateOnly? Scheduled,
    DateOnly? Promise,
    [property: JsonIgnore(Condition = WhenWritingNull)] WarehouseId? Warehouse,
    [property: JsonIgnore(Condition = WhenWritingNull)] Money? Value,
    DateOnly? RequestedBy,
    [property: Range(0, Limits.MaxQuantity)] long ClosedShort)
{
    internal static OrderLineAnswer Of(OrderLineDetails line) => new(
        line.Line,
        line.Sku,
        line.Quantity,
        line.Allocated,
        line.Backordered,
        line.Shipped,
        line.Delivered,
        line.Cancelled,
        line.Scheduled,
        line.Promise,
        line.Warehouse,
        line.Value,
        line.RequestedBy,
        line.ClosedShort);
}
