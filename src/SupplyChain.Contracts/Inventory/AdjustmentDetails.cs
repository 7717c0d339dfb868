using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>A stock adjustment.</summary>
[GenerateSerializer, Immutable, Alias("adjustment-details")]
public sealed record AdjustmentDetails(
    [property: Id(0)] AdjustmentId Id,
    [property: Id(1)] WarehouseId Warehouse,
    [property: Id(2)] Sku Sku,
    [property: Id(3)] long Delta,
    [property: Id(4)] string Reason,
    [property: Id(5)] DateTimeOffset? OccurredAt,
    [property: Id(6)] bool Posted,
    [property: Id(7)] long Version);
