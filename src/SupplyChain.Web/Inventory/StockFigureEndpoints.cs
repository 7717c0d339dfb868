using SupplyChain.Exports;
using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>Stock in sum, who has it, and whether the books balance.</summary>
internal static class StockFigureEndpoints
{
    private const string Tag = "Inventory";

    private static readonly QueryParameter[] Filters =
    [
        QueryParameter.Text("q", "Only those whose SKU or description contains it."),
        QueryParameter.Text("sku", "Only that product.").Many(),
        QueryParameter.Text(
            "warehouse",
            "Only those with a stock item there; on hand, reserved, available and the number of warehouses are "
            + "of these warehouses then.").Many(),
        QueryParameter.Flag("outOfStock", "Only those of which nothing is available."),
        QueryParameter.Flag("waiting", "Only those that order lines wait for."),
    ];

    private static readonly QueryParameter[] HolderFilters =
    [
        QueryParameter.OneOf<HolderState>("state", "Only those that hold, or those that wait."),
        QueryParameter.Text(
            "warehouse", "Only those that hold units there, or wait for that warehouse alone.").Many(),
    ];

    public static void MapStockFigures(this IEndpointRouteBuilder api)
    {
        api.MapGet("/stock-summary", SummaryAsync)
            .Operation(Tag, "listStockSummary", "Lists products with their stock, by SKU; from the lists")
            .Queries([.. Filters, .. QueryParameter.Sorted(StockSummary.SortFields)])
            .Answers<PageAnswer<StockSummaryAnswer>>(200)
            .Fails(400, 422);
        api.MapGet("/stock-summary/export", SummaryAsync)
            .ExportOperation(Tag, "exportStockSummary", "products with their stock")
            .Queries([.. Filters, QueryParameter.Sort(StockSummary.SortFields)])
            .Exports(StockColumns.Products);
        api.MapGet("/stock/{sku}/holders", HoldersAsync)
            .Operation(
                Tag, "listHolders",
                "Lists the order lines that hold a product, and those that wait for it with their place in the queue, "
                + "by priority and age")
            .Queries([.. HolderFilters, .. QueryParameter.Sorted(StockHolder.SortFields)])
            .Answers<PageAnswer<StockHolderAnswer>>(200)
            .Fails(400, 422);
        api.MapGet("/stock/{sku}/holders/export", HoldersAsync)
            .ExportOperation(Tag, "exportHolders", "order lines")
            .Queries([.. HolderFilters, QueryParameter.Sort(StockHolder.SortFields)])
            .Exports(StockColumns.Holders);
        api.MapGet("/stock/{sku}/books", BooksAsync)
            .Operation(
                Tag, "getBooks",
                "The books of a product: received + adjusted = on hand + shipped + between warehouses, summed over its "
                + "ledgers and compared with its levels")
            .Answers<StockBooksAnswer>(200)
            .Fails(400, 404);
    }

    private static async Task<IResult> SummaryAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = new QueryReader(http);
        var stock = new StockSummaryQuery(
            query.Search("q"), query.Ids<WarehouseId>("warehouse"), query.Flag("outOfStock"), query.Flag("waiting"),
            query.Ids<Sku>("sku"));
        var page = query.Page(StockSummary.SortFields);
        var client = chain.ForReading(http).Inventory;
        return await Exporting.ListAsync(
            http, query, StockColumns.Products, page,
            (part, cancellation) => client.ListSummaryPageAsync(stock, part, cancellation), StockSummaryAnswer.Of);
    }

    private static async Task<IResult> HoldersAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = new QueryReader(http);
        var holders = new HolderQuery(
            http.Id("sku"), query.Value<HolderState>("state"), query.Ids<WarehouseId>("warehouse"));
        var page = query.Page(StockHolder.SortFields);
        var client = chain.ForReading(http).Inventory;
        return await Exporting.ListAsync(
            http, query, StockColumns.Holders, page,
            (part, cancellation) => client.ListHoldersPageAsync(holders, part, cancellation), StockHolderAnswer.Of);
    }

    private static async Task<IResult> BooksAsync(HttpContext http, SupplyChainClient chain)
    {
        var books = await chain.ForReading(http).Inventory.GetBooksAsync(http.Id("sku"), http.RequestAborted);
        return books is null
            ? Problems.NotFound("Nothing ever happened to that product.")
            : Answers.Plain(StockBooksAnswer.Of(books));
    }
}
