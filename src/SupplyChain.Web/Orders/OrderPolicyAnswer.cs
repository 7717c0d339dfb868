using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Orders;

/// <summary>What the customer accepts.</summary>
/// <param name="ShipComplete">Reserve only when every unit of every line can be reserved, and release only all of
/// it.</param>
/// <param name="AllowSplit">Whether one line's units may come from several warehouses.</param>
/// <param name="AllowBackorder">Whether units that are not there may wait; otherwise such an order is rejected.</param>
/// <param name="MaxShipments">The most shipments, one per warehouse, that the order may come in; 1 or more, absent for
/// no limit. A cancelled shipment does not count.</param>
[SchemaName("OrderPolicy")]
public sealed record OrderPolicyAnswer(
    bool ShipComplete,
    bool AllowSplit,
    bool AllowBackorder,
    [property: Range(1, int.MaxValue), JsonIgnore(Condition = WhenWritingNull)] int? MaxShipments)
{
    internal static OrderPolicyAnswer Of(OrderPolicy policy) =>
        new(policy.ShipComplete, policy.AllowSplit, policy.AllowBackorder, policy.MaxShipments);
}
