using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>A goods receipt.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Warehouse">Where the goods arrived.</param>
/// <param name="OccurredAt">When; null when unknown.</param>
/// <param name="Lines">What arrived.</param>
/// <param name="Posted">Whether every line is in stock.</param>
/// <param name="Version">The receipt's version.</param>
[GenerateSerializer, Immutable, Alias("receipt-details")]
public sealed record ReceiptDetails(
    [property: Id(0)] ReceiptId Id,
    [property: Id(1)] WarehouseId Warehouse,
    [property: Id(2)] DateTimeOffset? OccurredAt,
    [property: Id(3)] Items<ReceiptLine> Lines,
    [property: Id(4)] bool Posted,
    [property: Id(5)] long Version);
