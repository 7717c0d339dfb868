using SupplyChain.Access;

namespace SupplyChain.Inventory;

/// <summary>Goods receipts.</summary>
internal static class ReceiptEndpoints
{
    private const string Tag = "Inventory";

    public static void MapReceipts(this IEndpointRouteBuilder api)
    {
        api.MapPut("/receipts/{id}", RecordAsync)
            .Scoped(Scope.ByCommand)
            .Operation(Tag, "recordReceipt", "Records a goods receipt; answers once every line is in stock")
            .Takes<RecordReceiptBody>()
            .Answers<ReceiptAnswer>(200, 201, 202)
            .Refuses(Refusal.Conflict, Refusal.VersionMismatch);
        api.MapGet("/receipts/{id}", GetAsync)
            .Scoped(Scope.ByEntity)
            .Operation(Tag, "getReceipt", "A goods receipt")
            .Answers<ReceiptAnswer>(200)
            .Fails(400, 404);
    }

    private static Task<IResult> RecordAsync(HttpContext http, SupplyChainClient chain)
    {
        var id = http.Id("id");
        return new Write<RecordReceipt, ReceiptReply>(
            RecordReceiptBody.Read,
            (receipt, now) => receipt.Validate(now),
            (client, receipt, cancellation) => client.Inventory.RecordReceiptAsync(id, receipt, cancellation))
            .RunAsync(http, chain, reply => Answers.Reply(reply, ReceiptAnswer.Of));
    }

    private static async Task<IResult> GetAsync(HttpContext http, SupplyChainClient chain)
    {
        var receipt = await chain.ForReading(http).Inventory.GetReceiptAsync(http.Id("id"), http.RequestAborted);
        return Answers.Entity(receipt, ReceiptAnswer.Of, "receipt");
    }
}
