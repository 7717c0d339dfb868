namespace SupplyChain.Shipments;

/// <summary>What went wrong on the way.</summary>
[GenerateSerializer, Immutable, Alias("shipment-exception")]
public sealed record ShipmentExceptionDetails([property: Id(0)] string Kind, [property: Id(1)] DateTimeOffset? Since);
