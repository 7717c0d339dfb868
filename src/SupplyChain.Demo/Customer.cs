using System.Globalization;
using SupplyChain.Orders;

namespace SupplyChain.Demo;

/// <summary>A customer of the demo world.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="City">Where it is.</param>
/// <param name="Kind">What it is.</param>
internal sealed record Customer(int Number, Place City, CustomerKind Kind)
{
    /// <summary>Its id, for example <c>oslo-clinic</c>.</summary>
    public string Id { get; } = $"{City.Name.ToLowerInvariant().Replace(' ', '-')}-{Kind.Name}";

    /// <summary>Its number as order numbers carry it.</summary>
    public string Suffix { get; } = Number.ToString("000", CultureInfo.InvariantCulture);

    /// <summary>Where its goods go.</summary>
    public ShipTo ShipTo { get; } = new(
        City.Country, City.Latitude, City.Longitude, City.Unlocode,
        $"{City.Name} {Kind.Name}", $"Goods in, {City.Name}");
}
