using SupplyChain.Shipments;

namespace SupplyChain.Inventory;

/// <summary>Goods of a shipment leave the warehouse: on hand and reserved together.</summary>
/// <remarks><c>MayRepeat</c>: it may have been carried out already; look before deciding. <c>Returns</c>: how often
/// goods of the shipment came back before.</remarks>
[GenerateSerializer, Immutable, Alias("issue-goods")]
public sealed record IssueGoods(
    [property: Id(0)] ShipmentId Shipment,
    [property: Id(1)] Items<IssueGoodsLine> Lines,
    [property: Id(2)] OccurredAt OccurredAt,
    [property: Id(3)] bool MayRepeat,
    [property: Id(4)] int Returns = 0);
