using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>What an adjustment would change.</summary>
/// <param name="Adjustment">The adjustment as it would be recorded.</param>
/// <param name="Stock">The stock item as it would be, before freed or new units are granted.</param>
/// <param name="Consequences">What that means for orders.</param>
[GenerateSerializer, Immutable, Alias("adjustment-preview")]
public sealed record AdjustmentPreview(
    [property: Id(0)] AdjustmentDetails Adjustment,
    [property: Id(1)] StockLevel Stock,
    [property: Id(2)] Consequences Consequences);
