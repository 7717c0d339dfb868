using SupplyChain.Network;

namespace SupplyChain.Demo;

/// <summary>A warehouse of the demo world.</summary>
/// <param name="Id">The warehouse's id.</param>
/// <param name="Priority">Its priority band.</param>
/// <param name="Place">Where it is.</param>
internal sealed record WarehouseSite(string Id, int Priority, Place Place)
{
    /// <summary>The region it belongs to.</summary>
    public string Region { get; init; } = "";

    /// <summary>The command that defines it.</summary>
    public PutWarehouse Definition => new(
        Place.Name, Place.Latitude, Place.Longitude, Place.Country, Place.Unlocode,
        Region: Region, TimeZone: Place.TimeZone, Priority: Priority);
}
