namespace SupplyChain.Orders;

/// <summary>Where an order goes.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, two capital letters.</param>
/// <param name="Latitude">Degrees, −90 to 90; together with the longitude or not at all.</param>
/// <param name="Longitude">Degrees, −180 to 180.</param>
/// <param name="Unlocode">UN/LOCODE, five characters; kept as given.</param>
/// <param name="Name">Personal; stored sealed.</param>
/// <param name="Address">Personal; stored sealed.</param>
[GenerateSerializer, Immutable, Alias("ship-to")]
public sealed record ShipTo(
    [property: Id(0)] string Country,
    [property: Id(1)] double? Latitude = null,
    [property: Id(2)] double? Longitude = null,
    [property: Id(3)] string? Unlocode = null,
    [property: Id(4)] string? Name = null,
    [property: Id(5)] string? Address = null);
