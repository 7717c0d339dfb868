using SupplyChain.Access;
using SupplyChain.Exports;
using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>Shipments and their milestones.</summary>
internal static class ShipmentEndpoints
{
    private const string Tag = "Shipments";

    public static void MapShipments(this IEndpointRouteBuilder api)
    {
        api.MapGet("/shipments/{id}", GetAsync)
            .Scoped(Scope.ByEntity)
            .Operation(Tag, "getShipment", "A shipment as it is now, or as it was then")
            .Queries(QueryParameter.Past)
            .Answers<ShipmentAnswer>(200)
            .Fails(400, 404);
        api.MapGet("/shipments/{id}/history", HistoryAsync)
            .Scoped(Scope.ByEntity)
            .Operation(Tag, "getShipmentHistory", "A shipment's events, oldest first")
            .Queries(QueryParameter.Paging)
            .Answers<PageAnswer<HistoryEntryAnswer>>(200)
            .Fails(400, 404);
        api.MapList<ShipmentQuery, ShipmentSummary, ShipmentSummaryAnswer>("/shipments", new()
        {
            Tag = Tag,
            Name = "Shipments",
            Summary = "Lists shipments by number",
            Rows = "shipments",
            Columns = ShipmentColumns.All,
            Answer = ShipmentSummaryAnswer.Of,
            Read = (client, query, page, stop) => client.Shipments.ListPageAsync(query, page, stop),
            Entity = ("id", GetAsync),
        });
        api.MapGet("/shipment-count", CountAsync)
            .Scoped(Scope.ByList)
            .Operation(Tag, "countShipments", "How many shipments such a list has, and how they stand")
            .Queries(Filters<ShipmentQuery>.Parameters)
            .Answers<ShipmentCountsAnswer>(200)
            .Fails(400, 422);
        api.MapPut("/shipments/{id}/milestones/{milestoneId}", RecordAsync)
            .Scoped(Scope.ByCommand)
            .Operation(Tag, "recordMilestone", "Records a milestone, in any order; safe to repeat")
            .Takes<RecordMilestoneBody>()
            .Answers<ShipmentAnswer>(200, 201, 202)
            .Refuses(
                Refusal.Conflict, Refusal.ShipmentCancelled, Refusal.NothingAllocated, Refusal.VersionMismatch)
            .Fails(404);
        api.MapPost("/shipments/{id}/milestones/{milestoneId}/void", VoidAsync)
            .Scoped(Scope.ByCommand)
            .Operation(Tag, "voidMilestone",
                "Voids a milestone reported by mistake: the shipment is as if it had not been")
            .Takes<VoidMilestoneBody>()
            .Answers<ShipmentAnswer>(200, 202)
            .Refuses(Refusal.VersionMismatch)
            .Fails(404);
        api.MapPost("/shipments/{id}/label", LabelAsync)
            .Scoped(Scope.ByCommand)
            .Operation(Tag, "labelShipment",
                "Gives a shipment the code that names it on labels (SSCC); it keeps the one it has. No body")
            .Answers<ShipmentAnswer>(200)
            .Refuses(Refusal.ShipmentCancelled, Refusal.NoCompanyPrefix, Refusal.VersionMismatch)
            .Fails(404);
        api.MapPost("/shipments/{id}/cancel", CancelAsync)
            .Scoped(Scope.ByCommand)
            .Operation(Tag, "cancelShipment", "Cancels a shipment that was not dispatched; the body may be empty")
            .Takes<CancelShipmentBody>(mayBeEmpty: true)
            .Answers<ShipmentAnswer>(200, 202)
            .Refuses(Refusal.TooLate, Refusal.VersionMismatch)
            .Fails(404);
    }

    private static async Task<IResult> GetAsync(HttpContext http, SupplyChainClient chain)
    {
        var (id, shipments) = (http.Id("id"), chain.ForReading(http).Shipments);
        var shipment = Past.AskedFor(http) is { } then
            ? await shipments.GetAsync(id, then, http.RequestAborted)
            : await shipments.GetAsync(id, http.RequestAborted);
        return Answers.Entity(shipment, ShipmentAnswer.Of, "shipment");
    }

    private static async Task<IResult> HistoryAsync(HttpContext http, SupplyChainClient chain)
    {
        var id = http.Id("id");
        var query = new QueryReader(http);
        var page = query.Page();
        query.Check();
        var history = await chain.ForReading(http).Shipments.HistoryPageAsync(id, page, http.RequestAborted);
        return history is null
            ? Problems.NotFound("There is no such shipment.")
            : Answers.Page(history, HistoryEntryAnswer.Of);
    }

    private static async Task<IResult> CountAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = new QueryReader(http);
        var shipments = Filters<ShipmentQuery>.Read(query);
        query.Check();
        var counts = await chain.ForReading(http).Shipments.CountAsync(shipments, http.RequestAborted);
        return Answers.Plain(ShipmentCountsAnswer.Of(counts));
    }

    private static Task<IResult> RecordAsync(HttpContext http, SupplyChainClient chain)
    {
        var id = http.Id("id");
        var milestoneId = http.Id("milestoneId");
        return new Write<RecordMilestone, ShipmentReply>(
            body => RecordMilestoneBody.Read(body, milestoneId),
            (milestone, now) => milestone.Validate(now),
            (client, milestone, cancellation) => client.Shipments.RecordAsync(id, milestone, cancellation))
            .RunAsync(http, chain, Show);
    }

    private static Task<IResult> VoidAsync(HttpContext http, SupplyChainClient chain)
    {
        var id = http.Id("id");
        var milestoneId = http.Id("milestoneId");
        return new Write<VoidMilestone, ShipmentReply>(
            body => VoidMilestoneBody.Read(body, milestoneId),
            (voiding, _) => voiding.Validate(),
            (client, voiding, cancellation) => client.Shipments.VoidAsync(id, voiding, cancellation))
            .RunAsync(http, chain, Show);
    }

    private static Task<IResult> CancelAsync(HttpContext http, SupplyChainClient chain)
    {
        var id = http.Id("id");
        return new Write<CancelShipment, ShipmentReply>(
            CancelShipmentBody.Read,
            (cancel, _) => cancel.Validate(),
            (client, cancel, cancellation) => client.Shipments.CancelAsync(id, cancel, cancellation),
            IfEmpty: "{}")
            .RunAsync(http, chain, Show);
    }

    private static async Task<IResult> LabelAsync(HttpContext http, SupplyChainClient chain) =>
        Show(await chain.ForWriting(http).Shipments.LabelAsync(http.Id("id"), http.RequestAborted));

    private static IResult Show(ShipmentReply reply) => Answers.Reply(reply, ShipmentAnswer.Of);
}
