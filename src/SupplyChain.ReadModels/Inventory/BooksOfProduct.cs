using SupplyChain.Access;
using SupplyChain.Tables;

namespace SupplyChain.Inventory;

/// <summary>Sums the books of a product's stock items and compares them with its levels.</summary>
public static class BooksOfProduct
{
    private const string PerStockItem = """
        SELECT on_hand, received, adjusted, shipped, transferred, movements FROM stock WHERE tenant = ? AND sku = ?
        """;

    /// <summary>The books of a product; null when nothing ever happened to it.</summary>
    public static Task<StockBooks?> BooksAsync(
        this IReadModels models, TenantId tenant, Sku sku,
        WarehouseScope scope = default, CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, sku, scope), cancellationToken);

    /// <summary>The books; null when there is no stock item of the product.</summary>
    internal static StockBooks? Read(
        IReadSession session, TenantId tenant, Sku sku, WarehouseScope scope = default)
    {
        var items = new ReadQuery(PerStockItem, tenant.Value, sku.Value)
            .And(session.Dialect, scope.On("warehouse")).All(session, row =>
            (OnHand: row.Int64(0), Received: row.Int64(1), Adjusted: row.Int64(2), Shipped: row.Int64(3),
                Between: row.Int64(4), Movements: row.Int64(5)));
        return items.Count == 0 ? null : new(
            sku, items.Sum(item => item.Received), items.Sum(item => item.Adjusted), items.Sum(item => item.Shipped),
            items.Sum(item => item.OnHand), items.Sum(item => item.Movements),
            items.Count(item => item.Received + item.Adjusted != item.OnHand + item.Shipped + item.Between))
        {
            BetweenWarehouses = items.Sum(item => item.Between),
        };
    }
}
