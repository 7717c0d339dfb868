namespace SupplyChain.Shipments;

/// <summary>Where a shipment goes, as its order says; nothing personal.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Latitude">Degrees; together with the longitude or not at all.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="Unlocode">UN/LOCODE, as given.</param>
[GenerateSerializer, Immutable, Alias("shipment-destination")]
public sealed record ShipmentDestination(
    [property: Id(0)] string Country,
    [property: Id(1)] double? Latitude = null,
    [property: Id(2)] double? Longitude = null,
    [property: Id(3)] string? Unlocode = null);
