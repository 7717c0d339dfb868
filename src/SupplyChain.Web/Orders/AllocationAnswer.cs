using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Orders;

/// <summary>Units of a line and the warehouse they come from, with the reason.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Sku">What.</param>
/// <param name="Warehouse">The warehouse they come from.</param>
/// <param name="Quantity">Units, 1 to 1,000,000,000.</param>
/// <param name="Status">Whether they are still there.</param>
/// <param name="Shipment">The shipment they are in; absent before they were released.</param>
/// <param name="Why">Why that warehouse.</param>
[SchemaName("AllocationDetails")]
public sealed record AllocationAnswer(
    [property: Range(1, Limits.MaxLineNumber)] int Line,
    Sku Sku,
    WarehouseId Warehouse,
    [property: Range(1, Limits.MaxQuantity)] long Quantity,
    AllocationStatus Status,
    [property: JsonIgnore(Condition = WhenWritingNull)] ShipmentId? Shipment,
    WhyAnswer Why)
{
    internal static AllocationAnswer Of(AllocationDetails allocation) => new(
        allocation.Line,
        allocation.Sku,
        allocation.Warehouse,
        allocation.Quantity,
        allocation.Status,
        allocation.Shipment,
        WhyAnswer.Of(allocation.Why));
}
