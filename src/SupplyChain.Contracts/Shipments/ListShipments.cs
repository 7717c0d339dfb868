namespace SupplyChain.Shipments;

/// <summary>Lists shipments by number.</summary>
[GenerateSerializer, Immutable, Alias("list-shipments")]
public sealed record ListShipments([property: Id(0)] ShipmentQuery Query, [property: Id(1)] PageQuery Page);
