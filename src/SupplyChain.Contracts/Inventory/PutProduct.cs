using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>Defines a product, replacing what was known of it.</summary>
/// <param name="Description">1 to 200 characters.</param>
/// <param name="Gtin">GTIN-8, -12, -13 or -14 with its check digit.</param>
/// <param name="UnitWeightKg">Weight of a unit in kg, 0 or more.</param>
/// <param name="UnitVolumeM3">Volume of a unit in m³, 0 or more.</param>
[GenerateSerializer, Immutable, Alias("put-product")]
public sealed record PutProduct(
    [property: Id(0)] string Description,
    [property: Id(1)] string? Gtin = null,
    [property: Id(2)] double? UnitWeightKg = null,
    [property: Id(3)] double? UnitVolumeM3 = null);

/// <summary>What a product's definition may say.</summary>
public static class PutProductValidation
{
    /// <summary>The faulty fields; none when the product can be defined so.</summary>
    public static Items<Fault> Validate(this PutProduct command)
    {
        var faults = new FaultList();
        faults.RequiredText("description", command.Description);
        if (command.Gtin is { } gtin && !CheckDigit.IsGtin(gtin))
            faults.Add("gtin", FaultCodes.Invalid, "A GTIN has 8, 12, 13 or 14 digits, the last a right check digit.");
        faults.Measure("unitWeightKg", command.UnitWeightKg, 0, Limits.MaxMeasure);
        faults.Measure("unitVolumeM3", command.UnitVolumeM3, 0, Limits.MaxMeasure);
        return faults.All;
    }
}

/// <summary>The answer to a command on a product.</summary>
[GenerateSerializer, Immutable, Alias("product-reply")]
public sealed record ProductReply : Reply<ProductDetails>;

/// <summary>A product.</summary>
[GenerateSerializer, Immutable, Alias("product-details")]
public sealed record ProductDetails(
    [property: Id(0)] Sku Sku,
    [property: Id(1)] string Description,
    [property: Id(2)] string? Gtin,
    [property: Id(3)] double? UnitWeightKg,
    [property: Id(4)] double? UnitVolumeM3,
    [property: Id(5)] long Version) : IListed
{
    /// <summary>What a list of them can be sorted by.</summary>
    public static Items<string> SortFields { get; } =
    [
        "sku", "description", "gtin", "unitWeightKg", "unitVolumeM3", "version",
    ];
}
