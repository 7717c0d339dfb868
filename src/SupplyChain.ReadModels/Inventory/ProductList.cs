using SupplyChain.Tables;

namespace SupplyChain.Inventory;

/// <summary>Reads the list of products.</summary>
public static class ProductList
{
    private const string Name = "products";
    private const string Columns = "SELECT sku, description, gtin, weight_kg, volume_m3, version";

    private static readonly SortedList<ProductDetails> Sorted = new(
        Name, ["sku"],
        SortKey<ProductDetails>.Text("sku", "sku", product => product.Sku.Value) with { Indexed = true },
        SortKey<ProductDetails>.Text("description", "description", product => product.Description),
        SortKey<ProductDetails>.Text("gtin", "gtin", product => product.Gtin) with { MayBeNull = true },
        SortKey<ProductDetails>.Real("unitWeightKg", "weight_kg", product => product.UnitWeightKg),
        SortKey<ProductDetails>.Real("unitVolumeM3", "volume_m3", product => product.UnitVolumeM3),
        SortKey<ProductDetails>.Number("version", "version", product => product.Version));

    /// <summary>Products by SKU.</summary>
    public static Task<Page<ProductDetails>> ProductsAsync(
        this IReadModels models, TenantId tenant, PageQuery page,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, page), cancellationToken);

    /// <summary>One page, by SKU unless another order is asked for.</summary>
    internal static Page<ProductDetails> Read(IReadSession session, TenantId tenant, PageQuery page)
    {
        if (page.Sort is not null)
        {
            return Sorted.Read(session, page, (Columns, false), Select, Product);
        }
        var rows = Select(Columns)
            .And("sku > ?", Cursor.Read(Name, page.After, 1)?[0])
            .Add("ORDER BY sku LIMIT ?", page.Size() + 1)
            .All(session, Product);
        return Pages.Of(page, rows, product => Cursor.Write(Name, product.Sku.Value));

        ReadQuery Select(string columns) => new($"{columns} FROM products WHERE tenant = ?", tenant.Value);
    }

    private static ProductDetails Product(IRow row) => new(
        row.Text(0), row.Text(1), row.TextOrNull(2), row.DoubleOrNull(3), row.DoubleOrNull(4), row.Int64(5));
}
