using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Inventory;

/// <summary>Defines a product, replacing what was known of it.</summary>
[SchemaName("PutProduct")]
public sealed record PutProductBody
{
    /// <summary>1 to 200 characters.</summary>
    [Length(1, Limits.MaxText)]
    public required string Description { get; init; }

    /// <summary>GTIN-8, -12, -13 or -14 with its check digit.</summary>
    [RegularExpression(Patterns.Gtin)]
    public string? Gtin { get; init; }

    /// <summary>Weight of a unit in kg, 0 or more.</summary>
    [Range(0, Limits.MaxMeasure)]
    public double? UnitWeightKg { get; init; }

    /// <summary>Volume of a unit in m³, 0 or more.</summary>
    [Range(0, Limits.MaxMeasure)]
    public double? UnitVolumeM3 { get; init; }

    /// <summary>Products are tracked by quantity.</summary>
    [AllowedValues("None")]
    public string Tracking { get; init; } = "";

    internal static PutProduct Read(BodyReader body)
    {
        var product = new PutProduct(
            body.Text("description", required: true) ?? "",
            body.Text("gtin"),
            body.Number("unitWeightKg"),
            body.Number("unitVolumeM3"));
        if (body.Text("tracking") is { } tracking && tracking != "None")
            body.Unreadable("tracking", FaultCodes.Invalid, "Products are tracked by quantity: 'None'.");
        return product;
    }
}
