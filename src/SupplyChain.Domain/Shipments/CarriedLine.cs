using SupplyChain.Inventory;

namespace SupplyChain.Shipments;

/// <summary>Goods of an order line in a shipment and what became of them, as they are stored.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units it carries.</param>
/// <param name="Delivered">Units that arrived well; deliveries add up.</param>
/// <param name="Damaged">Units that arrived damaged.</param>
/// <param name="Refused">Units that were refused.</param>
/// <param name="DeliveredAt">When the last of them arrived; null while units are missing, or when unknown.</param>
public sealed record CarriedLine(
    int Line,
    Sku Sku,
    long Quantity,
    long Delivered,
    long Damaged,
    long Refused,
    DateTimeOffset? DeliveredAt = null)
{
    /// <summary>What a shipment said of a line.</summary>
    public static CarriedLine Of(ShipmentLine line) => new(
        line.Line, line.Sku, line.Quantity, line.Delivered, line.Damaged, line.Refused, line.DeliveredAt);

    /// <summary>The line as callers see it.</summary>
    public ShipmentLine ToContract() => new(Line, Sku, Quantity, Delivered, Damaged, Refused, DeliveredAt);

    /// <summary>Units whose journey has ended, well or not.</summary>
    public long Arrived() => Delivered + Damaged + Refused;
}
