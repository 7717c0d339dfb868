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
[GenerateSerializer, Immutable, Alias("shipment-line")]
public sealed record ShipmentLine(
    [property: Id(0)] int Line,
    [property: Id(1)] Sku Sku,
    [property: Id(2)] long Quantity,
    [property: Id(3)] long Delivered,
    [property: Id(4)] long Damaged,
    [property: Id(5)] long Refused,
    [property: Id(6)] DateTimeOffset? DeliveredAt = null)
{
    /// <summary>Units whose journey has ended, well or not.</summary>
    public long Arrived() => Delivered + Damaged + Refused;
}
