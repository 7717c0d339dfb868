using SupplyChain.Access;
using SupplyChain.Exports;
using SupplyChain.Orders;

namespace SupplyChain.Transfers;

/// <summary>Transfers of stock between warehouses.</summary>
internal static class TransferEndpoints
{
    private const string Tag = "Transfers";

    public static void MapTransfers(this IEndpointRouteBuilder api)
    {
        api.MapPut("/transfers/{id}", RequestAsync)
            .Scoped(Scope.ByCommand)
            .Operation(Tag, "requestTransfer",
                "Requests a transfer between warehouses and answers with what is reserved; safe to repeat")
            .Takes<RequestTransferBody>()
            .Answers<TransferAnswer>(200, 201)
            .Refuses(Refusal.Conflict, Refusal.NeedsUpgrade, Refusal.VersionMismatch);
        api.MapGet("/transfers/{id}", GetAsync)
            .Scoped(Scope.ByEntity)
            .Operation(Tag, "getTransfer", "A transfer as it is now, or as it was then")
            .Queries(QueryParameter.Past)
            .Answers<TransferAnswer>(200)
            .Fails(400, 404);
        api.MapGet("/transfers/{id}/history", HistoryAsync)
            .Scoped(Scope.ByEntity)
            .Operation(Tag, "getTransferHistory", "A transfer's events, oldest first")
            .Queries(QueryParameter.Paging)
            .Answers<PageAnswer<HistoryEntryAnswer>>(200)
            .Fails(400, 404);
        api.MapList<TransferQuery, TransferSummary, TransferSummaryAnswer>("/transfers", new()
        {
            Tag = Tag,
            Name = "Transfers",
            Summary = "Lists transfers by number",
            Rows = "transfers",
            Columns = TransferColumns.All,
            Answer = TransferSummaryAnswer.Of,
            Read = (client, query, page, stop) => client.Transfers.ListPageAsync(query, page, stop),
            Entity = ("id", GetAsync),
        });
        api.MapPost("/transfers/{id}/release", ReleaseAsync)
            .Scoped(Scope.ByCommand)
            .Operation(Tag, "releaseTransfer",
                "Makes one shipment of everything that is reserved; the body may be empty")
            .Takes<ReleaseTransferBody>(mayBeEmpty: true)
            .Answers<TransferAnswer>(200)
            .Refuses(Refusal.NothingAllocated, Refusal.VersionMismatch)
            .Fails(404);
        api.MapPut("/transfers/{id}/receipts/{receiptId}", ReceiveAsync)
            .Scoped(Scope.ByCommand)
            .Operation(Tag, "receiveTransfer",
                "Records what arrived at the destination; answers once it is in stock there. Safe to repeat")
            .Takes<ReceiveTransferBody>()
            .Answers<TransferAnswer>(200, 201)
            .Refuses(Refusal.Conflict, Refusal.NothingInTransit, Refusal.VersionMismatch)
            .Fails(404);
        api.MapPost("/transfers/{id}/cancel", CancelAsync)
            .Scoped(Scope.ByCommand)
            .Operation(Tag, "cancelTransfer", "Cancels what has not been picked; the rest goes on")
            .Takes<CancelTransferBody>()
            .Answers<TransferAnswer>(200)
            .Refuses(Refusal.TooLate, Refusal.VersionMismatch)
            .Fails(404);
    }

    private static Task<IResult> RequestAsync(HttpContext http, SupplyChainClient chain)
    {
        var id = http.Id("id");
        return new Write<RequestTransfer, TransferReply>(
            RequestTransferBody.Read,
            (request, _) => request.Validate(),
            (client, request, cancellation) => client.Transfers.RequestAsync(id, request, cancellation))
            .RunAsync(http, chain, Show);
    }

    private static async Task<IResult> GetAsync(HttpContext http, SupplyChainClient chain)
    {
        var (id, transfers) = (http.Id("id"), chain.ForReading(http).Transfers);
        var transfer = Past.AskedFor(http) is { } then
            ? await transfers.GetAsync(id, then, http.RequestAborted)
            : await transfers.GetAsync(id, http.RequestAborted);
        return Answers.Entity(transfer, TransferAnswer.Of, "transfer");
    }

    private static async Task<IResult> HistoryAsync(HttpContext http, SupplyChainClient chain)
    {
        var id = http.Id("id");
        var query = new QueryReader(http);
        var page = query.Page();
        query.Check();
        var history = await chain.ForReading(http).Transfers.HistoryPageAsync(id, page, http.RequestAborted);
        return history is null
            ? Problems.NotFound("There is no such transfer.")
            : Answers.Page(history, HistoryEntryAnswer.Of);
    }

    private static Task<IResult> ReleaseAsync(HttpContext http, SupplyChainClient chain)
    {
        var id = http.Id("id");
        return new Write<ReleaseTransfer, TransferReply>(
            ReleaseTransferBody.Read,
            (release, now) => release.Validate(now),
            (client, release, cancellation) => client.Transfers.ReleaseAsync(id, release, cancellation),
            IfEmpty: "{}")
            .RunAsync(http, chain, Show);
    }

    private static Task<IResult> ReceiveAsync(HttpContext http, SupplyChainClient chain)
    {
        var (id, receiptId) = (http.Id("id"), http.Id("receiptId"));
        return new Write<ReceiveTransfer, TransferReply>(
            body => ReceiveTransferBody.Read(body, receiptId),
            (receipt, now) => receipt.Validate(now),
            (client, receipt, cancellation) => client.Transfers.ReceiveAsync(id, receipt, cancellation))
            .RunAsync(http, chain, Show);
    }

    private static Task<IResult> CancelAsync(HttpContext http, SupplyChainClient chain)
    {
        var id = http.Id("id");
        return new Write<CancelTransfer, TransferReply>(
            CancelTransferBody.Read,
            (cancel, _) => cancel.Validate(),
            (client, cancel, cancellation) => client.Transfers.CancelAsync(id, cancel, cancellation))
            .RunAsync(http, chain, Show);
    }

    private static IResult Show(TransferReply reply) => Answers.Reply(reply, TransferAnswer.Of);
}
