namespace SupplyChain.Shipments;

/// <summary>Asks for a shipment as it was then.</summary>
[GenerateSerializer, Immutable, Alias("shipment-as-of")]
public sealed record ShipmentAsOf([property: Id(0)] ShipmentId Id, [property: Id(1)] AsOf Then);
