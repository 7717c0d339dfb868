using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Orders;

/// <summary>Where an order goes.</summary>
public sealed record ShipToBody
{
    /// <summary>ISO 3166-1 alpha-2, two capital letters.</summary>
    [RegularExpression(Patterns.Country)]
    public required string Country { get; init; }

    /// <summary>Degrees, −90 to 90; together with the longitude or not at all.</summary>
    [Range(-Limits.MaxLatitude, Limits.MaxLatitude)]
    public double? Latitude { get; init; }

    /// <summary>Degrees, −180 to 180.</summary>
    [Range(-Limits.MaxLongitude, Limits.MaxLongitude)]
    public double? Longitude { get; init; }

    /// <summary>UN/LOCODE, five characters; kept as given.</summary>
    [RegularExpression(Patterns.Unlocode)]
    public string? Unlocode { get; init; }

    /// <summary>Personal; stored sealed.</summary>
    [MaxLength(Limits.MaxText)]
    public string? Name { get; init; }

    /// <summary>Personal; stored sealed.</summary>
    [MaxLength(Limits.MaxText)]
    public string? Address { get; init; }
}
