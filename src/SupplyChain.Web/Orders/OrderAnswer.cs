using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using SupplyChain.Shipments;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Orders;

/// <summary>An order as it is now.</summary>
/// <param name="Number">Its number, as the client chose it.</param>
/// <param name="Status">The first that fits.</param>
/// <param name="Version">How many events it has had, from 1; its ETag.</param>
/// <param name="Customer">Who ordered.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="PlacedAt">When it was ordered; null when unknown.</param>
/// <param name="RequestedBy">Requested delivery date: the latest day wanted; null when none is.</param>
/// <param name="ShipTo">Where it goes.</param>
/// <param name="Policy">What the customer accepts.</param>
/// <param name="Lines">Its lines, at most 1,000.</param>
/// <param name="Allocations">Which units of which line come from where, and why.</param>
/// <param name="Shipments">Its shipments, without cancelled ones.</param>
/// <param name="Promise">The latest of its lines' first promises; null when none was made.</param>
/// <param name="Rejection">Why it was rejected; absent when it was not.</param>
[SchemaName("OrderDetails")]
public sealed record OrderAnswer(
    OrderId Number,
    OrderStatus Status,
    long Version,
    CustomerId Customer,
    [property: Range(Limits.HighestPriority, Limits.LowestPriority)] int Priority,
    DateTimeOffset? PlacedAt,
    DateOnly? RequestedBy,
    ShipToAnswer ShipTo,
    OrderPolicyAnswer Policy,
    [property: MaxLength(Limits.MaxLines)] Items<OrderLineAnswer> Lines,
    Items<AllocationAnswer> Allocations,
    Items<ShipmentId> Shipments,
    DateOnly? Promise,
    [property: JsonIgnore(Condition = WhenWritingNull)] OrderRejectionAnswer? Rejection)
    : PreviewedAnswer, IVersioned
{
    internal static OrderAnswer Of(OrderDetails order) => new(
        order.Number,
        order.Status,
        order.Version,
        order.Customer,
        order.Priority,
        order.PlacedAt,
        order.RequestedBy,
        ShipToAnswer.Of(order.ShipTo),
        OrderPolicyAnswer.Of(order.Policy),
        order.Lines.Each(OrderLineAnswer.Of),
        order.Allocations.Each(AllocationAnswer.Of),
        order.Shipments,
        order.Promise,
        OrderRejectionAnswer.Of(order.Rejection));
}
