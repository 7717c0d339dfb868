using System.ComponentModel.DataAnnotations;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>An order in a list.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Status">The first that fits.</param>
/// <param name="Customer">Who ordered.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="RequestedBy">Requested delivery date: the latest day wanted.</param>
/// <param name="PlacedAt">When it was ordered; null when unknown.</param>
/// <param name="Units">Units ordered, without cancelled ones.</param>
/// <param name="BackorderedUnits">Units that wait for stock.</param>
/// <param name="Warehouses">Where units come from.</param>
/// <param name="Version">The version these are of.</param>
/// <param name="Promise">The latest of its lines' first promises; null when none was made.</param>
/// <param name="ReadyUnits">Units that a release would put into shipments now.</param>
[SchemaName("OrderSummary")]
public sealed record OrderSummaryAnswer(
    OrderId Number,
    OrderStatus Status,
    CustomerId Customer,
    [property: Range(Limits.HighestPriority, Limits.LowestPriority)] int Priority,
    DateOnly? RequestedBy,
    DateTimeOffset? PlacedAt,
    long Units,
    long BackorderedUnits,
    Items<WarehouseId> Warehouses,
    long Version,
    DateOnly? Promise,
    long ReadyUnits)
{
    internal static OrderSummaryAnswer Of(OrderSummary order) => new(
        order.Number,
        order.Status,
        order.Customer,
        order.Priority,
        order.RequestedBy,
        order.PlacedAt,
        order.Units,
        order.BackorderedUnits,
        order.Warehouses,
        order.Version,
        order.Promise,
        order.ReadyUnits);
}
