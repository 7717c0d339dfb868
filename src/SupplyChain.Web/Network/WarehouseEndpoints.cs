using SupplyChain.Access;
using SupplyChain.Exports;

namespace SupplyChain.Network;

/// <summary>Warehouses.</summary>
internal static class WarehouseEndpoints
{
    private const string Tag = "Warehouses";

    public static void MapWarehouses(this IEndpointRouteBuilder api)
    {
        api.MapPut("/warehouses/{id}", PutAsync)
            .Operation(Tag, "putWarehouse", "Defines or replaces a warehouse")
            .Takes<PutWarehouseBody>()
            .Answers<WarehouseAnswer>(200, 201)
            .Refuses(Refusal.VersionMismatch);
        api.MapGet("/warehouses/{id}", GetAsync)
            .Scoped(Scope.ByEntity)
            .Operation(Tag, "getWarehouse", "A warehouse; while it closes, how far that is")
            .Answers<WarehouseAnswer>(200)
            .Fails(400, 404);
        api.MapList<Unfiltered, WarehouseDetails, WarehouseAnswer>("/warehouses", new()
        {
            Tag = Tag,
            Name = "Warehouses",
            Summary = "Lists warehouses by id",
            Rows = "warehouses",
            Columns = WarehouseColumns.Details,
            Answer = WarehouseAnswer.Of,
            Read = (client, _, page, stop) => client.Warehouses.ListPageAsync(page, stop),
            Entity = ("id", GetAsync),
        });
        api.MapPost("/warehouses/{id}/close", CloseAsync)
            .Scoped(Scope.ByCommand)
            .Operation(Tag, "closeWarehouse", "Closes a warehouse and moves what can move; 202 while that goes on")
            .Queries(DryRun.Parameter)
            .Takes<CloseWarehouseBody>()
            .Answers<ClosingAnswer>(200, 202)
            .Refuses(Refusal.VersionMismatch)
            .Fails(404)
            .Needs(Permission.Plan);
        api.MapPost("/warehouses/{id}/open", OpenAsync)
            .Scoped(Scope.ByCommand)
            .Operation(Tag, "openWarehouse", "Opens a closed warehouse again; nothing moves back")
            .Takes<OpenWarehouseBody>()
            .Answers<ClosingAnswer>(200)
            .Refuses(Refusal.VersionMismatch)
            .Fails(404)
            .Needs(Permission.Plan);
    }

    private static Task<IResult> PutAsync(HttpContext http, SupplyChainClient chain)
    {
        var id = http.Id("id");
        return new Write<PutWarehouse, WarehouseReply>(
            PutWarehouseBody.Read,
            (warehouse, _) => warehouse.Validate(),
            (client, warehouse, cancellation) => client.Warehouses.PutAsync(id, warehouse, cancellation))
            .RunAsync(http, chain, reply => Answers.Reply(reply, WarehouseAnswer.Of));
    }

    private static async Task<IResult> GetAsync(HttpContext http, SupplyChainClient chain)
    {
        var warehouse = await chain.ForReading(http).Warehouses.GetAsync(http.Id("id"), http.RequestAborted);
        return Answers.Entity(warehouse, WarehouseAnswer.Of, "warehouse");
    }

    private static Task<IResult> CloseAsync(HttpContext http, SupplyChainClient chain)
    {
        var id = http.Id("id");
        if (DryRun.IsWanted(http))
        {
            return new Write<CloseWarehouse, ClosingPreviewReply>(
                CloseWarehouseBody.Read,
                (close, _) => close.Validate(),
                (client, close, cancellation) => client.Warehouses.PreviewCloseAsync(id, close, cancellation))
                .RunAsync(http, chain, reply => Answers.Reply(reply, ClosingAnswer.Foreseen));
        }

        return new Write<CloseWarehouse, WarehouseReply>(
            CloseWarehouseBody.Read,
            (close, _) => close.Validate(),
            (client, close, cancellation) => client.Warehouses.CloseAsync(id, close, cancellation))
            .RunAsync(http, chain, reply => ClosingAnswer.Show(reply, closing: true));
    }

    private static Task<IResult> OpenAsync(HttpContext http, SupplyChainClient chain)
    {
        var id = http.Id("id");
        return new Write<OpenWarehouse, WarehouseReply>(
            OpenWarehouseBody.Read,
            (open, _) => open.Validate(),
            (client, open, cancellation) => client.Warehouses.OpenAsync(id, open, cancellation))
            .RunAsync(http, chain, reply => ClosingAnswer.Show(reply, closing: false));
    }
}
