using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>Corrects on hand by a difference. Recording the same again changes nothing.</summary>
/// <param name="Warehouse">Where.</param>
/// <param name="Sku">What.</param>
/// <param name="Delta">Units, −1,000,000,000 to 1,000,000,000, not 0.</param>
/// <param name="Reason">Why, 1 to 200 characters.</param>
/// <param name="OccurredAt">When.</param>
[GenerateSerializer, Immutable, Alias("record-adjustment")]
public sealed record RecordAdjustment(
    [property: Id(0)] WarehouseId Warehouse,
    [property: Id(1)] Sku Sku,
    [property: Id(2)] long Delta,
    [property: Id(3)] string Reason,
    [property: Id(4)] OccurredAt OccurredAt = default);
