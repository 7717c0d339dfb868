using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Shipments;

/// <summary>Where a shipment goes, as its order says; nothing personal.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Latitude">Degrees; together with the longitude or not at all.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="Unlocode">UN/LOCODE, as given.</param>
[SchemaName("ShipmentDestination")]
public sealed record ShipmentDestinationAnswer(
    string Country,
    [property: Range(-Limits.MaxLatitude, Limits.MaxLatitude), JsonIgnore(Condition = WhenWritingNull)]
    double? Latitude,
    [property: Range(-Limits.MaxLongitude, Limits.MaxLongitude), JsonIgnore(Condition = WhenWritingNull)]
    double? Longitude,
    [property: JsonIgnore(Condition = WhenWritingNull)] string? Unlocode)
{
    internal static ShipmentDestinationAnswer? Of(ShipmentDestination? shipTo) => shipTo is null
        ? null
        : new(shipTo.Country, shipTo.Latitude, shipTo.Longitude, shipTo.Unlocode);
}
