using SupplyChain.Exports;
using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>Stock and its movements.</summary>
internal static class StockEndpoints
{
    private const string Tag = "Inventory";

    private static readonly QueryParameter[] Filters =
    [
        QueryParameter.Text("sku", "Only that product.").Many(),
        QueryParameter.Text("warehouse", "Only that warehouse.").Many(),
    ];

    public static void MapStock(this IEndpointRouteBuilder api)
    {
        api.MapGet("/stock", ListAsync)
            .Operation(Tag, "listStock", "Lists stock items by SKU and warehouse")
            .Queries([.. Filters, .. QueryParameter.Sorted(StockLevel.SortFields)])
            .Answers<PageAnswer<StockItemAnswer>>(200)
            .Fails(400, 422);
        api.MapGet("/stock/export", ExportAsync)
            .ExportOperation(Tag, "exportStock", "stock items")
            .Queries([.. Filters, QueryParameter.Sort(StockLevel.SortFields)])
            .Exports(StockColumns.Items);
        api.MapGet("/stock/{sku}", GetAsync)
            .Operation(Tag, "getStock", "Where a product lies, read from the stock items themselves")
            .Answers<ProductStockAnswer>(200)
            .Fails(400, 404);
        api.MapGet("/stock/{sku}/{warehouse}", GetItemAsync)
            .Operation(Tag, "getStockItem", "A stock item as it is now, or as it was then")
            .Queries(QueryParameter.Past)
            .Answers<StockItemAnswer>(200)
            .Fails(400, 404);
        api.MapGet("/stock/{sku}/{warehouse}/ledger", LedgerAsync)
            .Operation(Tag, "getLedger", "The movements of a stock item, newest first")
            .Queries(QueryParameter.Paging)
            .Answers<PageAnswer<LedgerEntryAnswer>>(200)
            .Fails(400, 404, 422);
    }

    private static async Task<IResult> ListAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = new QueryReader(http);
        var (skus, warehouses) = (query.Ids<Sku>("sku"), query.Ids<WarehouseId>("warehouse"));
        var stock = new StockQuery(skus.Only(), warehouses.Only(), skus.Several(), warehouses.Several());
        var page = query.Page(StockLevel.SortFields);
        var client = chain.ForReading(http).Inventory;
        return await Exporting.ListAsync(
            http, query, StockColumns.Items, page,
            (part, cancellation) => client.ListStockPageAsync(stock, part, cancellation), StockItemAnswer.Of);
    }

    private static Task<IResult> ExportAsync(HttpContext http, SupplyChainClient chain) =>
        Exporting.IsEntity(http, "sku") ? GetAsync(http, chain) : ListAsync(http, chain);

    private static async Task<IResult> GetAsync(HttpContext http, SupplyChainClient chain)
    {
        var sku = http.Id("sku");
        var inventory = chain.ForReading(http).Inventory;
        var stock = await inventory.GetStockAsync(sku, http.RequestAborted);
        if (stock.Items.Count == 0 && await inventory.GetProductAsync(sku, http.RequestAborted) is null)
            return Problems.NotFound("The product does not exist.");
        return Answers.Plain(ProductStockAnswer.Of(stock));
    }

    private static async Task<IResult> GetItemAsync(HttpContext http, SupplyChainClient chain)
    {
        var item = new StockItemId(http.Id("sku"), http.Id("warehouse"));
        var inventory = chain.ForReading(http).Inventory;
        var level = Past.AskedFor(http) is { } then
            ? await inventory.GetStockAsync(item, then, http.RequestAborted)
            : await inventory.GetStockAsync(item, http.RequestAborted);
        return Answers.Entity(level is { Version: > 0 } ? level : null, StockItemAnswer.Of, "stock item");
    }

    private static async Task<IResult> LedgerAsync(HttpContext http, SupplyChainClient chain)
    {
        var item = new StockItemId(http.Id("sku"), http.Id("warehouse"));
        var query = new QueryReader(http);
        var page = query.Page();
        query.Check();
        var ledger = await chain.ForReading(http).Inventory.LedgerPageAsync(item, page, http.RequestAborted);
        return ledger is null
            ? Problems.NotFound("The stock item does not exist.")
            : Answers.Page(ledger, LedgerEntryAnswer.Of);
    }
}
