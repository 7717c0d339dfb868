using SupplyChain.Access;

namespace SupplyChain.Inventory;

/// <summary>Stock adjustments.</summary>
internal static class AdjustmentEndpoints
{
    private const string Tag = "Inventory";

    public static void MapAdjustments(this IEndpointRouteBuilder api)
    {
        api.MapPut("/adjustments/{id}", RecordAsync)
            .Scoped(Scope.ByCommand)
            .Operation(Tag, "recordAdjustment", "Corrects on hand by a difference; reservations beyond it are dropped")
            .Queries(DryRun.Parameter)
            .Takes<RecordAdjustmentBody>()
            .Answers<AdjustmentAnswer>(200, 201, 202)
            .Refuses(Refusal.Conflict, Refusal.BelowZero, Refusal.VersionMismatch);
        api.MapGet("/adjustments/{id}", GetAsync)
            .Scoped(Scope.ByEntity)
            .Operation(Tag, "getAdjustment", "A stock adjustment")
            .Answers<AdjustmentAnswer>(200)
            .Fails(400, 404);
    }

    private static Task<IResult> RecordAsync(HttpContext http, SupplyChainClient chain)
    {
        var id = http.Id("id");
        if (DryRun.IsWanted(http))
        {
            return new Write<RecordAdjustment, AdjustmentPreviewReply>(
                RecordAdjustmentBody.Read,
                (adjustment, now) => adjustment.Validate(now),
                (client, adjustment, cancellation) =>
                    client.Inventory.PreviewAdjustmentAsync(id, adjustment, cancellation))
                .RunAsync(http, chain, reply => Answers.Reply(
                    reply, seen => Answers.Preview(AdjustmentAnswer.Of(seen.Adjustment), seen.Consequences)));
        }

        return new Write<RecordAdjustment, AdjustmentReply>(
            RecordAdjustmentBody.Read,
            (adjustment, now) => adjustment.Validate(now),
            (client, adjustment, cancellation) =>
                client.Inventory.RecordAdjustmentAsync(id, adjustment, cancellation))
            .RunAsync(http, chain, reply => Answers.Reply(reply, AdjustmentAnswer.Of));
    }

    private static async Task<IResult> GetAsync(HttpContext http, SupplyChainClient chain)
    {
        var found = await chain.ForReading(http).Inventory.GetAdjustmentAsync(http.Id("id"), http.RequestAborted);
        return Answers.Entity(found, AdjustmentAnswer.Of, "adjustment");
    }
}
