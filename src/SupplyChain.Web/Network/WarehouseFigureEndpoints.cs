using SupplyChain.Exports;

namespace SupplyChain.Network;

/// <summary>Warehouses with what is in them and what has to leave them.</summary>
internal static class WarehouseFigureEndpoints
{
    private const string Tag = "Warehouses";

    private static readonly QueryParameter[] Filters =
    [
        QueryParameter.Text("q", "Only those whose id or name contains it."),
        QueryParameter.OneOf<WarehouseStatus>("status", "Only those in that status.").Many(),
        QueryParameter.Text("country", "Only those in that country.").Many(),
    ];

    public static void MapWarehouseFigures(this IEndpointRouteBuilder api)
    {
        api.MapGet("/warehouse-summary", SummaryAsync)
            .Operation(Tag, "listWarehouseSummary", "Lists warehouses with their stock and open shipments, by id")
            .Queries([.. Filters, .. QueryParameter.Sorted(WarehouseSummary.SortFields)])
            .Answers<PageAnswer<WarehouseSummaryAnswer>>(200)
            .Fails(400, 422);
        api.MapGet("/warehouse-summary/export", SummaryAsync)
            .ExportOperation(Tag, "exportWarehouseSummary", "warehouses with their figures")
            .Queries([.. Filters, QueryParameter.Sort(WarehouseSummary.SortFields)])
            .Exports(WarehouseColumns.Figures);
        api.MapGet("/warehouses/{id}/load", LoadAsync)
            .Operation(
                Tag, "getWarehouseLoad",
                "What a warehouse has to do: stock, reserved lines, shipments that have not left by status; and what "
                + "left it on each day of a period, 14 days up to the business day when none is given")
            .Queries(
                QueryParameter.Text("from", "The first day, as it is at the warehouse."),
                QueryParameter.Text("to", "The last day, as it is at the warehouse."))
            .Answers<WarehouseLoadAnswer>(200)
            .Fails(400, 404, 422);
    }

    private static async Task<IResult> SummaryAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = new QueryReader(http);
        var warehouses = new WarehouseSummaryQuery(
            query.Search("q"), query.Values<WarehouseStatus>("status"), query.Names("country"));
        var page = query.Page(WarehouseSummary.SortFields);
        var client = chain.ForReading(http).Warehouses;
        return await Exporting.ListAsync(
            http, query, WarehouseColumns.Figures, page,
            (part, cancellation) => client.ListSummaryPageAsync(warehouses, part, cancellation),
            WarehouseSummaryAnswer.Of);
    }

    private static async Task<IResult> LoadAsync(HttpContext http, SupplyChainClient chain)
    {
        var id = http.Id("id");
        var query = new QueryReader(http);
        var load = new WarehouseLoadQuery(id, Day(query, "from"), Day(query, "to"));
        query.Check();
        var warehouses = chain.ForReading(http).Warehouses;
        return await warehouses.GetAsync(id, http.RequestAborted) is null
            ? Problems.NotFound("The warehouse does not exist.")
            : Answers.Plain(WarehouseLoadAnswer.Of(await warehouses.GetLoadAsync(load, http.RequestAborted)));
    }

    private static DateOnly? Day(QueryReader query, string name) =>
        query.Instant(name) is { } instant ? DateOnly.FromDateTime(instant.UtcDateTime) : null;
}
