using SupplyChain.Inventory;

namespace SupplyChain.Journal.ReadModels.Tables;

/// <summary>Reads the list of stock items.</summary>
internal static class StockList
{
    private const string Name = "stock";

    /// <summary>One page, by SKU and warehouse.</summary>
    public static Page<StockLevel> Read(IReadSession session, TenantId tenant, StockQuery query, PageQuery page)
    {
        var after = Cursor.Read(Name, page.After, 2);
        var ways = Filter.Ways(
            Filter.Of("sku", query.Sku, query.Skus, sku => sku.Value),
            Filter.Of("warehouse", query.Warehouse, query.Warehouses, warehouse => warehouse.Value));
        var rows = ReadQuery.First(page.Size() + 1, "sku, warehouse", ways.Select(Way))
            .All(session, row => new StockLevel(
                row.Text(0), row.Text(1), row.Int64(2), row.Int64(3), row.Int64(4) != 0, row.Int64(5)));
        return Pages.Of(page, rows, level => Cursor.Write(Name, level.Sku.Value, level.Warehouse.Value));

        ReadQuery Way(Filter[] filters)
        {
            var sql = new ReadQuery(
                "SELECT sku, warehouse, on_hand, reserved, rationed, version FROM stock WHERE tenant = ?",
                tenant.Value);
            foreach (var filter in filters)
            {
                sql.And(session.Dialect, filter);
            }
            return after is null ? sql : sql.Add("AND (sku, warehouse) > (?, ?)", after[0], after[1]);
        }
    }
}
