using SupplyChain.Network;

namespace SupplyChain.Demo;

/// <summary>An airport or a sea port.</summary>
internal sealed record Hub(string Name, string Unlocode, double Latitude, double Longitude)
{
    /// <summary>Its coordinates.</summary>
    public GeoPoint Point => new(Latitude, Longitude);

    /// <summary>As a milestone names it.</summary>
    public string Location => $"{Name} ({Unlocode})";
}
