using SupplyChain.Access;
using SupplyChain.Exports;

namespace SupplyChain.Inventory;

/// <summary>Stock and its movements.</summary>
internal static class StockEndpoints
{
    private const string Tag = "Inventory";

    public static void MapStock(this IEndpointRouteBuilder api)
    {
        api.MapList<StockQuery, StockLevel, StockItemAnswer>("/stock", new()
        {
            Tag = Tag,
            Name = "Stock",
            Summary = "Lists stock items by SKU and warehouse",
            Rows = "stock items",
            Columns = StockColumns.Items,
            Answer = StockItemAnswer.Of,
            Read = (client, query, page, stop) => client.Inventory.ListStockPageAsync(query, page, stop),
            Entity = ("sku", GetAsync),
        });
        api.MapGet("/stock/{sku}", GetAsync)
            .Scoped(Scope.ByList)
            .Operation(Tag, "getStock", "Where a product lies, read from the stock items themselves")
            .Answers<ProductStockAnswer>(200)
            .Fails(400, 404);
        api.MapGet("/stock/{sku}/{warehouse}", GetItemAsync)
            .Scoped(Scope.ByEntity)
            .Operation(Tag, "getStockItem", "A stock item as it is now, or as it was then")
            .Queries(QueryParameter.Past)
            .Answers<StockItemAnswer>(200)
            .Fails(400, 404);
        api.MapGet("/stock/{sku}/{warehouse}/ledger", LedgerAsync)
            .Scoped(Scope.ByEntity)
            .Operation(Tag, "getLedger", "The movements of a stock item, newest first")
            .Queries(QueryParameter.Paging)
            .Answers<PageAnswer<LedgerEntryAnswer>>(200)
            .Fails(400, 404, 422);
    }

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
