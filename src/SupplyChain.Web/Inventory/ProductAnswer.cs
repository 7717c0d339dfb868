using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Inventory;

/// <summary>A product.</summary>
/// <param name="Sku">Its SKU.</param>
/// <param name="Description">What it is.</param>
/// <param name="Gtin">GTIN-8, -12, -13 or -14; absent when it was not told.</param>
/// <param name="UnitWeightKg">Weight of a unit in kg; absent when it was not told.</param>
/// <param name="UnitVolumeM3">Volume of a unit in m³; absent when it was not told.</param>
/// <param name="Version">How many events it has had, from 1; its ETag.</param>
[SchemaName("ProductDetails")]
public sealed record ProductAnswer(
    Sku Sku,
    [property: MaxLength(Limits.MaxText)] string Description,
    [property: JsonIgnore(Condition = WhenWritingNull)] string? Gtin,
    [property: Range(0, Limits.MaxMeasure), JsonIgnore(Condition = WhenWritingNull)] double? UnitWeightKg,
    [property: Range(0, Limits.MaxMeasure), JsonIgnore(Condition = WhenWritingNull)] double? UnitVolumeM3,
    long Version) : EntityAnswer, IVersioned
{
    internal static ProductAnswer Of(ProductDetails product) => new(
        product.Sku,
        product.Description,
        product.Gtin,
        product.UnitWeightKg,
        product.UnitVolumeM3,
        product.Version);
}
