using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Network;

/// <summary>Defines a warehouse, replacing what was known of it (not whether it is open).</summary>
[SchemaName("PutWarehouse")]
public sealed record PutWarehouseBody
{
    /// <summary>1 to 200 characters.</summary>
    [Length(1, Limits.MaxText)]
    public required string Name { get; init; }

    /// <summary>Degrees, −90 to 90; together with the longitude or not at all.</summary>
    [Range(-Limits.MaxLatitude, Limits.MaxLatitude)]
    public double? Latitude { get; init; }

    /// <summary>Degrees, −180 to 180.</summary>
    [Range(-Limits.MaxLongitude, Limits.MaxLongitude)]
    public double? Longitude { get; init; }

    /// <summary>ISO 3166-1 alpha-2, an officially assigned code in capitals.</summary>
    [RegularExpression(Patterns.Country)]
    public string? Country { get; init; }

    /// <summary>UN/LOCODE, five characters.</summary>
    [RegularExpression(Patterns.Unlocode)]
    public string? Unlocode { get; init; }

    /// <summary>GLN-13 with its check digit.</summary>
    [RegularExpression(Patterns.Gln)]
    public string? Gln { get; init; }

    /// <summary>A region's name, up to 200 characters.</summary>
    [MaxLength(Limits.MaxText)]
    public string? Region { get; init; }

    /// <summary>IANA time zone.</summary>
    [RegularExpression(Patterns.TimeZone)]
    public string? TimeZone { get; init; }

    /// <summary>Priority band, 1 (first) to 9; default 3.</summary>
    [Range(1, Limits.MaxPriorityBand), DefaultValue(3)]
    public int Priority { get; init; }

    internal static PutWarehouse Read(BodyReader body) => new(
        body.Text("name", required: true) ?? "",
        body.Number("latitude"),
        body.Number("longitude"),
        body.Text("country"),
        body.Text("unlocode"),
        body.Text("gln"),
        body.Text("region"),
        body.Text("timeZone"),
        body.Small("priority") ?? 3);
}
