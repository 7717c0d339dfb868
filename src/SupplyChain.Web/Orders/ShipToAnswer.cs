using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Orders;

/// <summary>Where an order goes.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, two capital letters.</param>
/// <param name="Latitude">Degrees, −90 to 90; together with the longitude or not at all.</param>
/// <param name="Longitude">Degrees, −180 to 180.</param>
/// <param name="Unlocode">UN/LOCODE, five characters; kept as given.</param>
/// <param name="Name">Personal; stored sealed.</param>
/// <param name="Address">Personal; stored sealed.</param>
[SchemaName("ShipTo")]
public sealed record ShipToAnswer(
    string Country,
    [property: Range(-Limits.MaxLatitude, Limits.MaxLatitude), JsonIgnore(Condition = WhenWritingNull)]
    double? Latitude,
    [property: Range(-Limits.MaxLongitude, Limits.MaxLongitude), JsonIgnore(Condition = WhenWritingNull)]
    double? Longitude,
    [property: JsonIgnore(Condition = WhenWritingNull)] string? Unlocode,
    [property: MaxLength(Limits.MaxText), JsonIgnore(Condition = WhenWritingNull)] string? Name,
    [property: MaxLength(Limits.MaxText), JsonIgnore(Condition = WhenWritingNull)] string? Address)
{
    internal static ShipToAnswer Of(ShipTo shipTo) => new(
        shipTo.Country, shipTo.Latitude, shipTo.Longitude, shipTo.Unlocode, shipTo.Name, shipTo.Address);
}
