using SupplyChain.Access;
using SupplyChain.Exports;

namespace SupplyChain.Network;

/// <summary>Warehouses with what is in them and what has to leave them.</summary>
internal static class WarehouseFigureEndpoints
{
    private const string Tag = "Warehouses";

    public static void MapWarehouseFigures(this IEndpointRouteBuilder api)
    {
        api.MapList<WarehouseSummaryQuery, WarehouseSummary, WarehouseSummaryAnswer>("/warehouse-summary", new()
        {
            Tag = Tag,
            Name = "WarehouseSummary",
            Summary = "Lists warehouses with their stock and open shipments, by id",
            Rows = "warehouses with their figures",
            Columns = WarehouseColumns.Figures,
            Answer = WarehouseSummaryAnswer.Of,
            Read = (client, query, page, stop) => client.Warehouses.ListSummaryPageAsync(query, page, stop),
        });
        api.MapGet("/warehouses/{id}/load", LoadAsync)
            .Scoped(Scope.ByEntity)
            .Operation(
                Tag, "getWarehouseLoad",
                "What a warehouse has to do: stock, reserved lines, shipments that have not left by status; and what "
                + "left it on each day of a period, 14 days up to the business day when none is given")
            .Queries(
                QueryParameter.Moment("from", "The first day, as it is at the warehouse."),
                QueryParameter.Moment("to", "The last day, as it is at the warehouse."))
            .Answers<WarehouseLoadAnswer>(200)
            .Fails(400, 404, 422);
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
