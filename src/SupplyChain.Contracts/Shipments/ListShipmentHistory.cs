namespace SupplyChain.Shipments;

/// <summary>Lists a shipment's events, oldest first.</summary>
[GenerateSerializer, Immutable, Alias("list-shipment-history")]
public sealed record ListShipmentHistory([property: Id(0)] ShipmentId Shipment, [property: Id(1)] PageQuery Page);
