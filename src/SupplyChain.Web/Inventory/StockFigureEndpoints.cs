using SupplyChain.Access;
using SupplyChain.Exports;

namespace SupplyChain.Inventory;

/// <summary>Stock in sum, who has it, and whether the books balance.</summary>
internal static class StockFigureEndpoints
{
    private const string Tag = "Inventory";

    public static void MapStockFigures(this IEndpointRouteBuilder api)
    {
        api.MapList<StockSummaryQuery, StockSummary, StockSummaryAnswer>("/stock-summary", new()
        {
            Tag = Tag,
            Name = "StockSummary",
            Summary = "Lists products with their stock, by SKU; from the lists",
            Rows = "products with their stock",
            Columns = StockColumns.Products,
            Answer = StockSummaryAnswer.Of,
            Read = (client, query, page, stop) => client.Inventory.ListSummaryPageAsync(query, page, stop),
        });
        api.MapList<HolderQuery, StockHolder, StockHolderAnswer>("/stock/{sku}/holders", new()
        {
            Tag = Tag,
            Name = "Holders",
            Summary =
                "Lists the order lines that hold a product, and those that wait for it with their place in the queue, "
                + "by priority and age",
            Rows = "order lines",
            Columns = StockColumns.Holders,
            Answer = StockHolderAnswer.Of,
            Read = (client, query, page, stop) => client.Inventory.ListHoldersPageAsync(query, page, stop),
            InPath = (http, query) => query with { Sku = http.Id("sku") },
        });
        api.MapGet("/stock/{sku}/books", BooksAsync)
            .Scoped(Scope.ByList)
            .Operation(
                Tag, "getBooks",
                "The books of a product: received + adjusted = on hand + shipped + between warehouses, summed over its "
                + "ledgers and compared with its levels")
            .Answers<StockBooksAnswer>(200)
            .Fails(400, 404);
    }

    private static async Task<IResult> BooksAsync(HttpContext http, SupplyChainClient chain)
    {
        var books = await chain.ForReading(http).Inventory.GetBooksAsync(http.Id("sku"), http.RequestAborted);
        return books is null
            ? Problems.NotFound("Nothing ever happened to that product.")
            : Answers.Plain(StockBooksAnswer.Of(books));
    }
}
