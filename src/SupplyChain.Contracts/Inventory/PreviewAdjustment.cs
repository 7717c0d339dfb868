namespace SupplyChain.Inventory;

/// <summary>What would an adjustment change?</summary>
/// <param name="Id">The number it would be recorded under.</param>
/// <param name="Adjustment">The adjustment.</param>
[GenerateSerializer, Immutable, Alias("preview-adjustment")]
public sealed record PreviewAdjustment(
    [property: Id(0)] AdjustmentId Id, [property: Id(1)] RecordAdjustment Adjustment);
