using SupplyChain.Shipments;

namespace SupplyChain.Inventory;

/// <summary>Goods of a shipment leave the warehouse: on hand and reserved together.</summary>
[GenerateSerializer, Immutable, Alias("issue-goods")]
public sealed record IssueGoods(
    [property: Id(0)] ShipmentId Shipment,
    [property: Id(1)] Items<IssueGoodsLine> Lines,
    [property: Id(2)] OccurredAt OccurredAt);
