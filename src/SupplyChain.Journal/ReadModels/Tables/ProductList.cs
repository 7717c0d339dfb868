using SupplyChain.Inventory;

namespace SupplyChain.Journal.ReadModels.Tables;

/// <summary>Reads the list of products.</summary>
internal static class ProductList
{
    private const string Name = "products";

    /// <summary>One page, by SKU.</summary>
    public static Page<ProductDetails> Read(IReadSession session, TenantId tenant, PageQuery page)
    {
        var rows = new ReadQuery(
            "SELECT sku, description, gtin, weight_kg, volume_m3, version FROM products WHERE tenant = ?", tenant.Value)
            .And("sku > ?", Cursor.Read(Name, page.After, 1)?[0])
            .Add("ORDER BY sku LIMIT ?", page.Size() + 1)
            .All(session, row => new ProductDetails(
                row.Text(0), row.Text(1), row.TextOrNull(2), row.DoubleOrNull(3), row.DoubleOrNull(4), row.Int64(5)));
        return Pages.Of(page, rows, product => Cursor.Write(Name, product.Sku.Value));
    }
}
