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
