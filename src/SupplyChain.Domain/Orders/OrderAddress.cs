using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Where an order goes, as it is stored: personal fields only sealed.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="Unlocode">UN/LOCODE, kept as given.</param>
/// <param name="Name">Sealed under the customer's key.</param>
/// <param name="Address">Sealed under the customer's key.</param>
public sealed record OrderAddress(
    string Country, double? Latitude, double? Longitude, string? Unlocode, string? Name, string? Address)
{
    /// <summary>The point distances are measured to: its own coordinates, else the country's reference point.</summary>
    public GeoPoint? Point() =>
        Latitude is { } latitude && Longitude is { } longitude
            ? new GeoPoint(latitude, longitude)
            : CountryReferencePoints.TryGet(Country, out var point) ? point : null;
}
