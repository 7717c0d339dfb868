using SupplyChain.Shipments;

namespace SupplyChain.Inventory;

/// <summary>Goods that were issued to a shipment never left: they are on hand again, and reserved for it.</summary>
/// <param name="Shipment">The shipment.</param>
/// <param name="Lines">What was issued.</param>
/// <param name="Returns">How often goods of the shipment came back before.</param>
[GenerateSerializer, Immutable, Alias("return-goods")]
public sealed record ReturnGoods(
    [property: Id(0)] ShipmentId Shipment,
    [property: Id(1)] Items<IssueGoodsLine> Lines,
    [property: Id(2)] int Returns);
