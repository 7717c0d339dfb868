using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>What a shipment takes from its order beside the goods: it hears when that changes.</summary>
public sealed record ShipmentTerms(Items<LineSchedule> Lines, string Country, double? Latitude, double? Longitude);
