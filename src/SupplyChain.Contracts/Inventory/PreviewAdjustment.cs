using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>What would an adjustment change?</summary>
/// <param name="Id">The number it would be recorded under.</param>
/// <param name="Adjustment">The adjustment.</param>
[GenerateSerializer, Immutable, Alias("preview-adjustment")]
public sealed record PreviewAdjustment(
    [property: Id(0)] AdjustmentId Id, [property: Id(1)] RecordAdjustment Adjustment);

/// <summary>The answer to a look ahead at an adjustment.</summary>
[GenerateSerializer, Immutable, Alias("adjustment-preview-reply")]
public sealed record AdjustmentPreviewReply : Reply<AdjustmentPreview>;

/// <summary>What an adjustment would change.</summary>
/// <param name="Adjustment">The adjustment as it would be recorded.</param>
/// <param name="Stock">The stock item as it would be, before freed or new units are granted.</param>
/// <param name="Consequences">What that means for orders.</param>
[GenerateSerializer, Immutable, Alias("adjustment-preview")]
public sealed record AdjustmentPreview(
    [property: Id(0)] AdjustmentDetails Adjustment,
    [property: Id(1)] StockLevel Stock,
    [property: Id(2)] Consequences Consequences);
