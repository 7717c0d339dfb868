namespace SupplyChain.Shipments;

/// <summary>Counts shipments.</summary>
[GenerateSerializer, Immutable, Alias("count-shipments")]
public sealed record CountShipments([property: Id(0)] ShipmentQuery Query);
