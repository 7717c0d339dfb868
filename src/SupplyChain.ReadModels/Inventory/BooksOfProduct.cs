using SupplyChain.Access;
using SupplyChain.Tables;

namespace SupplyChain.Inventory;

/// <summary>Sums the ledgers of a product and compares them with its levels.</summary>
public static class BooksOfProduct
{
    // What left for a customer names its order, what left with a transfer its owner as kind/id (see DemandOwner).
    private const string PerStockItem = """
        SELECT s.on_hand,
            CAST(coalesce(sum(CASE WHEN m.type = 'stock.received' THEN m.quantity END), 0) AS bigint),
            CAST(coalesce(sum(CASE WHEN m.type = 'stock.adjusted' THEN m.quantity END), 0) AS bigint),
            CAST(coalesce(sum(CASE WHEN m.type IN ('stock.issued', 'stock.issue-reversed') AND m.number NOT LIKE '%/%'
                THEN -m.quantity END), 0) AS bigint),
            CAST(coalesce(sum(CASE WHEN m.type = 'stock.moved'
                OR m.type IN ('stock.issued', 'stock.issue-reversed') AND m.number LIKE '%/%'
                THEN -m.quantity END), 0) AS bigint),
            count(m.version)
        FROM stock s
            LEFT JOIN stock_ledger m ON m.tenant = s.tenant AND m.sku = s.sku AND m.warehouse = s.warehouse
        WHERE s.tenant = ? AND s.sku = ?
        """;

    /// <summary>The books of a product; null when nothing ever happened to it. Reads all of its ledgers.</summary>
    public static Task<StockBooks?> BooksAsync(
        this IReadModels models, TenantId tenant, Sku sku,
        WarehouseScope scope = default, CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, sku, scope), cancellationToken);

    /// <summary>The books; null when there is no stock item of the product.</summary>
    internal static StockBooks? Read(
        IReadSession session, TenantId tenant, Sku sku, WarehouseScope scope = default)
    {
        var items = new ReadQuery(PerStockItem, tenant.Value, sku.Value)
            .And(session.Dialect, scope.On("s.warehouse"))
            .Add("GROUP BY s.tenant, s.sku, s.warehouse, s.on_hand").All(session, row =>
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
