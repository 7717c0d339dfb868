using System.ComponentModel.DataAnnotations;
using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>A stock adjustment.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Warehouse">Where.</param>
/// <param name="Sku">What.</param>
/// <param name="Delta">Units that on hand was corrected by, −1,000,000,000 to 1,000,000,000.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When; null when unknown.</param>
/// <param name="Posted">Whether it is in stock.</param>
/// <param name="Version">The adjustment's version.</param>
[SchemaName("AdjustmentDetails")]
public sealed record AdjustmentAnswer(
    AdjustmentId Id,
    WarehouseId Warehouse,
    Sku Sku,
    [property: Range(-Limits.MaxQuantity, Limits.MaxQuantity)] long Delta,
    [property: MaxLength(Limits.MaxText)] string Reason,
    DateTimeOffset? OccurredAt,
    bool Posted,
    long Version) : PreviewedAnswer, IVersioned
{
    internal static AdjustmentAnswer Of(AdjustmentDetails adjustment) => new(
        adjustment.Id,
        adjustment.Warehouse,
        adjustment.Sku,
        adjustment.Delta,
        adjustment.Reason,
        adjustment.OccurredAt,
        adjustment.Posted,
        adjustment.Version);
}
