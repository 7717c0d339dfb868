using SupplyChain.Tables;

namespace SupplyChain.Inventory;

/// <summary>Reads the list of products.</summary>
public static class ProductList
{
    private static readonly ReadList<ProductDetails> List = new(
        "products", ["sku"],
        new("sku", "sku") { Indexed = true },
        new("description", "description"),
        new("gtin", "gtin"),
        new("unitWeightKg", "weight_kg"),
        new("unitVolumeM3", "volume_m3"),
        new("version", "version"));

    /// <summary>Products by SKU.</summary>
    public static Task<Page<ProductDetails>> ProductsAsync(
        this IReadModels models, TenantId tenant, PageQuery page,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(
            session => List.Read(
                session, page, filtered: false,
                columns => new ReadQuery($"{columns} FROM products WHERE tenant = ?", tenant.Value)),
            cancellationToken);
}
