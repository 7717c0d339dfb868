using SupplyChain.Inventory;

namespace SupplyChain.Shipments;

/// <summary>Goods of an order line in a shipment.</summary>
[GenerateSerializer, Immutable, Alias("shipment-line")]
public sealed record ShipmentLine(
    [property: Id(0)] int Line,
    [property: Id(1)] Sku Sku,
    [property: Id(2)] long Quantity,
    [property: Id(3)] long Delivered,
    [property: Id(4)] long Damaged,
    [property: Id(5)] long Refused);
