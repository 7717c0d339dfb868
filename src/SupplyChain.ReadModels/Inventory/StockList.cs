using SupplyChain.Tables;

namespace SupplyChain.Inventory;

/// <summary>Reads the list of stock items.</summary>
public static class StockList
{
    private const string Name = "stock";
    private const string Rationed = $"CASE WHEN {WaitedFor.Condition} THEN 1 ELSE 0 END";
    private const string Columns = $"SELECT sku, warehouse, on_hand, reserved, {Rationed}, version";

    private static readonly SortedList<StockLevel> Sorted = new(
        Name, ["sku", "warehouse"],
        SortKey<StockLevel>.Text("sku", "sku", level => level.Sku.Value) with { Indexed = true },
        SortKey<StockLevel>.Text("warehouse", "warehouse", level => level.Warehouse.Value) with { Indexed = true },
        SortKey<StockLevel>.Number("onHand", "on_hand", level => level.OnHand),
        SortKey<StockLevel>.Number("reserved", "reserved", level => level.Reserved),
        SortKey<StockLevel>.Number("available", "on_hand - reserved", level => level.Available),
        SortKey<StockLevel>.Number("rationed", Rationed, level => level.Rationed ? 1 : 0),
        SortKey<StockLevel>.Number("version", "version", level => level.Version));

    /// <summary>Stock items by SKU and warehouse.</summary>
    public static Task<Page<StockLevel>> StockAsync(
        this IReadModels models, TenantId tenant, StockQuery query, PageQuery page,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, query, page), cancellationToken);

    /// <summary>One page, by SKU and warehouse unless another order is asked for.</summary>
    internal static Page<StockLevel> Read(IReadSession session, TenantId tenant, StockQuery query, PageQuery page)
    {
        Filter[] all =
        [
            Filter.Of("sku", query.Sku, query.Skus, sku => sku.Value),
            Filter.Of("warehouse", query.Warehouse, query.Warehouses, warehouse => warehouse.Value),
        ];
        if (page.Sort is not null)
        {
            return Sorted.Read(
                session, page, (Columns, query != new StockQuery()), columns => Select(columns, all), Level);
        }
        var after = Cursor.Read(Name, page.After, 2);
        var ways = Filter.Ways(all);
        var rows = ReadQuery.First(page.Size() + 1, "sku, warehouse", ways.Select(Way)).All(session, Level);
        return Pages.Of(page, rows, level => Cursor.Write(Name, level.Sku.Value, level.Warehouse.Value));

        ReadQuery Way(Filter[] filters)
        {
            var sql = Select(Columns, filters);
            return after is null ? sql : sql.Add("AND (sku, warehouse) > (?, ?)", after[0], after[1]);
        }

        ReadQuery Select(string columns, Filter[] filters)
        {
            var sql = new ReadQuery($"{columns} FROM stock WHERE tenant = ?", tenant.Value);
            foreach (var filter in filters)
            {
                sql.And(session.Dialect, filter);
            }
            return sql;
        }
    }

    private static StockLevel Level(IRow row) => new(
        row.Text(0), row.Text(1), row.Int64(2), row.Int64(3), row.Int64(4) != 0, row.Int64(5));
}
