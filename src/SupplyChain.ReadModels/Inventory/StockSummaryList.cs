using SupplyChain.Access;
using SupplyChain.Tables;

namespace SupplyChain.Inventory;

/// <summary>Reads the list of products with their stock.</summary>
public static class StockSummaryList
{
    private const string Name = "stock-summary";

    // The columns of the list, in the order of its items.
    private const string Figures = """
        SELECT p.sku AS sku, p.description AS description,
            CAST(coalesce(sum(s.on_hand), 0) AS bigint) AS on_hand,
            CAST(coalesce(sum(s.reserved), 0) AS bigint) AS reserved,
            CAST(coalesce(max(w.units), 0) AS bigint) AS waiting,
            CAST(count(CASE WHEN s.on_hand > 0 THEN 1 END) AS bigint) AS warehouses
        FROM products p
        """;

    // Few lines wait, and an index has them alone.
    private const string Waiting = """
        LEFT JOIN (
            SELECT d.sku AS sku, sum(d.units) AS units FROM (
                SELECT sku, backordered AS units FROM order_lines WHERE tenant = ? AND backordered > 0
        """;

    private const string WaitingTransfers = """
                UNION ALL SELECT l.sku, l.waiting FROM transfer_lines l
                    JOIN transfers t ON t.tenant = l.tenant AND t.id = l.id
                WHERE l.tenant = ? AND l.waiting > 0
        """;

    private const string WaitingTogether = """
            ) AS d
            GROUP BY d.sku
        ) w ON w.sku = p.sku
        """;

    private static readonly ReadList<StockSummary> List = new(
        Name, ["sku"],
        new("sku", "sku"),
        new("description", "description"),
        new("onHand", "on_hand"),
        new("reserved", "reserved"),
        new("available", "on_hand - reserved"),
        new("waiting", "waiting"),
        new("warehouses", "warehouses"));

    /// <summary>Products with their stock, by SKU.</summary>
    public static Task<Page<StockSummary>> StockSummaryAsync(
        this IReadModels models, TenantId tenant, StockSummaryQuery query, PageQuery page,
        WarehouseScope scope = default, CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, (query, scope), page), cancellationToken);

    /// <summary>
    /// One page, by SKU unless another order is asked for: then every product's stock is summed, and sorted by it.
    /// </summary>
    private static Page<StockSummary> Read(
        IReadSession session, TenantId tenant, (StockSummaryQuery, WarehouseScope) query, PageQuery page)
    {
        if (page.Sort is not null)
        {
            return List.Sorted(
                session, page, filtered: true,
                columns => Grouped(session.Dialect, $"{columns} FROM ({Figures}", tenant, query, null)
                    .Add(") AS d WHERE 1 = 1"));
        }
        var rows = Grouped(session.Dialect, Figures, tenant, query, Cursor.Read(Name, page.After, 1)?[0])
            .Add("ORDER BY p.sku LIMIT ?", page.Size() + 1)
            .All(session, List.Item);
        return Pages.Of(page, rows, product => Cursor.Write(Name, product.Sku.Value));
    }

    private static ReadQuery Grouped(
        SqlDialect dialect, string begin, TenantId tenant, (StockSummaryQuery Query, WarehouseScope Scope) asked,
        string? after)
    {
        var (query, scope) = asked;
        var sites = Filter.Of("s.warehouse", query.Warehouses);
        var join = sites.Values.Length == 0 ? "LEFT JOIN" : "JOIN";
        // By its whole key, so that the index it is in does the grouping.
        return new ReadQuery($"{begin} {join} stock s ON s.tenant = p.tenant AND s.sku = p.sku")
            .And(dialect, sites).And(dialect, scope.On("s.warehouse"))
            .Add(Waiting, tenant.Value).And(dialect, scope.On("pinned"))
            .Add(WaitingTransfers, tenant.Value).And(dialect, scope.On("t.source"))
            .Add(WaitingTogether)
            .Add("WHERE p.tenant = ?", tenant.Value)
            .And(dialect, Filter.Of("p.sku", query.Skus))
            .And("p.sku > ?", after)
            .AndContains(dialect, query.Text, "p.sku", "p.description")
            .Add("GROUP BY p.tenant, p.sku, p.description HAVING 1 = 1")
            .AndIf(query.OutOfStock, "coalesce(sum(s.on_hand - s.reserved), 0) <= 0")
            .AndIf(query.Waiting, "max(w.units) > 0");
    }
}
