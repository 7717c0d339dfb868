using SupplyChain.Inventory;

namespace SupplyChain.Demo;

/// <summary>A product of the demo world.</summary>
/// <param name="Sku">Its SKU, for example <c>GLV-07</c>.</param>
/// <param name="Description">What it is.</param>
/// <param name="Gtin">Its GTIN-13.</param>
/// <param name="UnitWeightKg">Weight of a unit in kg.</param>
/// <param name="UnitVolumeM3">Volume of a unit in m³.</param>
/// <param name="PriceUsd">Price of a unit in US dollars.</param>
/// <param name="UsualQuantity">Units people usually take.</param>
/// <param name="Share">Its share of all order lines.</param>
internal sealed record Product(
    Sku Sku,
    string Description,
    string Gtin,
    double UnitWeightKg,
    double UnitVolumeM3,
    decimal PriceUsd,
    int UsualQuantity,
    double Share)
{
    /// <summary>The command that defines it.</summary>
    public PutProduct Definition => new(Description, Gtin, UnitWeightKg, UnitVolumeM3);
}
