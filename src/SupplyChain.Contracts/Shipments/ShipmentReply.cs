namespace SupplyChain.Shipments;

/// <summary>The answer to a command on a shipment.</summary>
[GenerateSerializer, Immutable, Alias("shipment-reply")]
public sealed record ShipmentReply : Reply<ShipmentDetails>;
