using SupplyChain.Access;
using SupplyChain.Tables;

namespace SupplyChain.Inventory;

/// <summary>Reads the list of stock items.</summary>
public static class StockList
{
    private static readonly ReadList<StockLevel> List = new(
        "stock", ["sku", "warehouse"],
        new("sku", "sku") { Indexed = true },
        new("warehouse", "warehouse") { Indexed = true },
        new("onHand", "on_hand"),
        new("reserved", "reserved"),
        new("available", "on_hand - reserved"),
        new("rationed", $"CASE WHEN {WaitedFor.Condition} THEN 1 ELSE 0 END"),
        new("version", "version"));

    /// <summary>Stock items by SKU and warehouse.</summary>
    public static Task<Page<StockLevel>> StockAsync(
        this IReadModels models, TenantId tenant, StockQuery query, PageQuery page,
        WarehouseScope scope = default, CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, (query, scope), page), cancellationToken);

    /// <summary>One page, by SKU and warehouse unless another order is asked for.</summary>
    private static Page<StockLevel> Read(
        IReadSession session, TenantId tenant, (StockQuery Query, WarehouseScope Scope) asked, PageQuery page)
    {
        var (query, scope) = asked;
        Filter[] all =
        [
            Filter.Of("sku", query.Skus, query.Sku), Filter.Of("warehouse", query.Warehouses, query.Warehouse),
            scope.On("warehouse"),
        ];
        return page.Sort is null
            ? List.ById(session, page, Filter.Ways(all).Select(way => Select(List.Columns, way)))
            : List.Sorted(session, page, asked != (new StockQuery(), default), columns => Select(columns, all));

        ReadQuery Select(string columns, Filter[] filters) =>
            new ReadQuery($"{columns} FROM stock WHERE tenant = ?", tenant.Value).And(session.Dialect, filters);
    }
}
