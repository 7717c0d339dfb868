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

    internal static ShipTo Read(BodyReader shipTo) => Read(shipTo, shipTo.Text("country", required: true));

    internal static ShipTo ReadAmended(BodyReader shipTo)
    {
        shipTo.NotNull("country");
        return Read(shipTo, shipTo.IsNull("country") ? null : shipTo.Text("country", required: true));
    }

    private static ShipTo Read(BodyReader shipTo, string? country) => new(
        country ?? "",
        shipTo.Number("latitude"),
        shipTo.Number("longitude"),
        shipTo.Text("unlocode"),
        shipTo.Text("name"),
        shipTo.Text("address"));
}
