using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using SupplyChain.Network;
using SupplyChain.Orders;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Inventory;

/// <summary>A demand that has units of a product reserved in a warehouse, or waits for units of it.</summary>
/// <param name="Order">The order; absent when the demand is not one of an order's.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Customer">The order's customer; absent without an order.</param>
/// <param name="Priority">The demand's priority, 1 (highest) to 5.</param>
/// <param name="State">Whether it has the units or waits for them.</param>
/// <param name="Units">How many, at least 1.</param>
/// <param name="Warehouse">Where they are reserved; of a waiting line the one it is pinned to, else null.</param>
/// <param name="Since">When its owner was accepted: its age within a priority.</param>
/// <param name="Place">Its place in the queue, from 1; null when it does not wait.</param>
/// <param name="Owner">Who owns the demand; absent when an order does.</param>
[SchemaName("StockHolder")]
public sealed record StockHolderAnswer(
    [property: JsonIgnore(Condition = WhenWritingNull)] OrderId? Order,
    [property: Range(1, Limits.MaxLineNumber)] int Line,
    [property: JsonIgnore(Condition = WhenWritingNull)] CustomerId? Customer,
    [property: Range(Limits.HighestPriority, Limits.LowestPriority)] int Priority,
    HolderState State,
    [property: Range(1, Limits.MaxQuantity)] long Units,
    WarehouseId? Warehouse,
    DateTimeOffset Since,
    int? Place,
    [property: JsonIgnore(Condition = WhenWritingNull)] DemandOwnerAnswer? Owner = null)
{
    internal static StockHolderAnswer Of(StockHolder holder) => new(
        holder.Order,
        holder.Line,
        holder.Customer,
        holder.Priority,
        holder.State,
        holder.Units,
        holder.Warehouse,
        holder.Since,
        holder.Place,
        DemandOwnerAnswer.UnlessOrder(holder.Owner));
}
