using SupplyChain.Network;

namespace SupplyChain.Demo;

/// <summary>A place of the demo world.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Unlocode">UN/LOCODE.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="TimeZone">IANA time zone.</param>
internal sealed record Place(
    string Name, string Country, string Unlocode, double Latitude, double Longitude, string TimeZone)
{
    /// <summary>Its coordinates.</summary>
    public GeoPoint Point => new(Latitude, Longitude);
}
