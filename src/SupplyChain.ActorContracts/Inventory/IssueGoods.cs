using SupplyChain.Shipments;

namespace SupplyChain.Inventory;

/// <summary>Goods of a shipment leave the warehouse: on hand and reserved together.</summary>
/// <remarks><c>Returns</c>: how often goods of the shipment came back before.</remarks>
[GenerateSerializer, Immutable, Alias("issue-goods")]
public sealed record IssueGoods(
    [property: Id(0)] ShipmentId Shipment,
    [property: Id(1)] Items<IssueGoodsLine> Lines,
    [property: Id(2)] OccurredAt OccurredAt,
    [property: Id(3)] Repeat Repeat,
    [property: Id(4)] int Returns = 0);

/// <summary>Units of a reservation that leave.</summary>
[GenerateSerializer, Immutable, Alias("issue-goods-line")]
public sealed record IssueGoodsLine([property: Id(0)] ReservationKey Reservation, [property: Id(1)] long Quantity);

/// <summary>Goods that were issued to a shipment never left: they are on hand again, and reserved for it.</summary>
/// <param name="Shipment">The shipment.</param>
/// <param name="Lines">What was issued.</param>
/// <param name="Returns">How often goods of the shipment came back before.</param>
[GenerateSerializer, Immutable, Alias("return-goods")]
public sealed record ReturnGoods(
    [property: Id(0)] ShipmentId Shipment,
    [property: Id(1)] Items<IssueGoodsLine> Lines,
    [property: Id(2)] int Returns);
