namespace SupplyChain.Orders;

/// <summary>The point on earth that distances of an order are measured to.</summary>
[GenerateSerializer, Immutable, Alias("ship-to-point")]
public sealed record ShipToPoint([property: Id(0)] double Latitude, [property: Id(1)] double Longitude);
