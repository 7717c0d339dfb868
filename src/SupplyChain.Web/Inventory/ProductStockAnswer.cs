namespace SupplyChain.Inventory;

/// <summary>Where a product lies, as its stock items say themselves.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Items">Its stock items.</param>
/// <param name="Totals">Units over all warehouses.</param>
[SchemaName("ProductStock")]
public sealed record ProductStockAnswer(Sku Sku, Items<StockItemAnswer> Items, StockTotalsAnswer Totals)
{
    internal static ProductStockAnswer Of(ProductStock stock) =>
        new(stock.Sku, stock.Items.Each(StockItemAnswer.Of), StockTotalsAnswer.Of(stock.Totals));
}
