namespace SupplyChain.Shipments;

/// <summary>The owner knows the shipment up to that version.</summary>
[GenerateSerializer, Immutable, Alias("confirm-progress")]
public sealed record ConfirmProgress([property: Id(0)] long Version);

/// <summary>What an owner needs to know of its shipment; cumulative, so repeating it changes nothing.</summary>
/// <param name="Version">The shipment's version.</param>
/// <param name="Status">Its status.</param>
/// <param name="GoodsIssued">Whether its goods have left the stock items.</param>
/// <param name="DispatchedAt">When they left; null when unknown.</param>
/// <param name="DeliveredAt">When it was delivered; null when it was not or is unknown.</param>
/// <param name="Issued">Units that left, per reservation.</param>
/// <param name="Lines">Goods and what became of them.</param>
/// <param name="Returns">How often its goods came back because what said that they left was voided.</param>
[GenerateSerializer, Immutable, Alias("shipment-progress")]
public sealed record ShipmentProgress(
    [property: Id(0)] long Version,
    [property: Id(1)] ShipmentStatus Status,
    [property: Id(2)] bool GoodsIssued,
    [property: Id(3)] DateTimeOffset? DispatchedAt,
    [property: Id(4)] DateTimeOffset? DeliveredAt,
    [property: Id(5)] Items<Inventory.IssueGoodsLine> Issued,
    [property: Id(6)] Items<ShipmentLine> Lines,
    [property: Id(7)] int Returns = 0);
