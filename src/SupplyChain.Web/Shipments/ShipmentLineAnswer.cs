using System.ComponentModel.DataAnnotations;
using SupplyChain.Inventory;

namespace SupplyChain.Shipments;

/// <summary>Goods of an order line in a shipment.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units it carries.</param>
/// <param name="Delivered">Units that arrived well; deliveries add up.</param>
/// <param name="Damaged">Units that arrived damaged.</param>
/// <param name="Refused">Units that were refused.</param>
/// <param name="DeliveredAt">When the last of them arrived; null while units are missing, or when unknown.</param>
[SchemaName("ShipmentLine")]
public sealed record ShipmentLineAnswer(
    [property: Range(1, Limits.MaxLineNumber)] int Line,
    Sku Sku,
    [property: Range(0, Limits.MaxQuantity)] long Quantity,
    [property: Range(0, Limits.MaxQuantity)] long Delivered,
    [property: Range(0, Limits.MaxQuantity)] long Damaged,
    [property: Range(0, Limits.MaxQuantity)] long Refused,
    DateTimeOffset? DeliveredAt)
{
    internal static ShipmentLineAnswer Of(ShipmentLine line) => new(
        line.Line, line.Sku, line.Quantity, line.Delivered, line.Damaged, line.Refused, line.DeliveredAt);
}
