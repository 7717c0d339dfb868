namespace SupplyChain.Shipments;

/// <summary>The order knows the shipment up to that version.</summary>
[GenerateSerializer, Immutable, Alias("confirm-progress")]
public sealed record ConfirmProgress([property: Id(0)] long Version);
