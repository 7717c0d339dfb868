using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>A shipment of this owner changed: ask it.</summary>
[GenerateSerializer, Immutable, Alias("sync-shipment")]
public sealed record SyncShipment([property: Id(0)] ShipmentId Shipment);
