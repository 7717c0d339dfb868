using System.ComponentModel.DataAnnotations;
using SupplyChain.Access;

namespace SupplyChain.Operations;

/// <summary>What became of documents that were sent.</summary>
internal static class ArrivalEndpoints
{
    public static void MapArrivals(this IEndpointRouteBuilder api) =>
        api.MapGet("/arrivals/{id}", FindAsync)
            .Operation(
                "Operations", "findArrivals",
                "Did it arrive? Every order, receipt, adjustment and transfer of that id that was accepted, and the "
                + "newest twenty attempts that were repeated, refused or faulty; the newest first, by which key")
            .Answers<PageAnswer<ArrivalAnswer>>(200)
            .Fails(400)
            .Needs(Permission.Integrate);

    private static async Task<IResult> FindAsync(HttpContext http, SupplyChainClient chain)
    {
        var attempts = await chain.ForReading(http).Operations.ArrivalsAsync(http.Id("id"), http.RequestAborted);
        return Answers.Plain(new PageAnswer<ArrivalAnswer>(attempts.Each(ArrivalAnswer.Of), null));
    }
}

/// <summary>An attempt to create a document.</summary>
/// <param name="Kind">Of which kind: <c>order</c>, <c>receipt</c>, <c>adjustment</c> or <c>transfer</c>.</param>
/// <param name="At">When it arrived; of one that was accepted, when it was recorded.</param>
/// <param name="By">Who sent it: the name of the key.</param>
/// <param name="Outcome">What became of it; <c>Created</c>: it was accepted then.</param>
/// <param name="Code">Why not: the code of the refusal or of the first fault; null when it was accepted.</param>
/// <param name="Message">The same for people.</param>
/// <param name="Correlation">The request that it belongs to.</param>
[SchemaName("Arrival")]
public sealed record ArrivalAnswer(
    string Kind,
    DateTimeOffset At,
    [property: MaxLength(Limits.MaxText)] string By,
    ReplyStatus Outcome,
    string? Code,
    string? Message,
    string Correlation)
{
    internal static ArrivalAnswer Of(ArrivalAttempt attempt) => new(
        attempt.Kind, attempt.At, attempt.By, attempt.Outcome, attempt.Code, attempt.Message, attempt.Correlation);
}
