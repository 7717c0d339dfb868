using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>Goods arrived in a warehouse. Recording the same again changes nothing.</summary>
[GenerateSerializer, Immutable, Alias("record-receipt")]
public sealed record RecordReceipt(
    [property: Id(0)] WarehouseId Warehouse,
    [property: Id(1)] Items<ReceiptLine> Lines,
    [property: Id(2)] OccurredAt OccurredAt = default);
