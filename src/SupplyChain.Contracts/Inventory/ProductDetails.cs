namespace SupplyChain.Inventory;

/// <summary>A product.</summary>
[GenerateSerializer, Immutable, Alias("product-details")]
public sealed record ProductDetails(
    [property: Id(0)] Sku Sku,
    [property: Id(1)] string Description,
    [property: Id(2)] string? Gtin,
    [property: Id(3)] double? UnitWeightKg,
    [property: Id(4)] double? UnitVolumeM3,
    [property: Id(5)] long Version)
{
    /// <summary>What a list of them can be sorted by.</summary>
    public static Items<string> SortFields { get; } =
    [
        "sku", "description", "gtin", "unitWeightKg", "unitVolumeM3", "version",
    ];
}
