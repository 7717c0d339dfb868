namespace SupplyChain.Operations;

/// <summary>The feed of everything that happened.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api) =>
        api.MapGet("/events", ReadAsync)
            .Operation("Events", "readEvents", "The events (CloudEvents 1.0) after a place, in commit order")
            .Queries(
            [
                QueryParameter.Text(
                    "types",
                    "Only these types: repeated, or separated by commas. With * at the end, all that begin so.").Many(),
                .. QueryParameter.Paging,
            ])
            .Answers<EventFeedAnswer>(200)
            .Fails(400, 422);

    private static async Task<IResult> ReadAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = new QueryReader(http);
        var events = new ReadEvents(query.After(), query.Limit(), query.Names("types"));
        query.Check();
        var page = await chain.ForReading(http).Events.ReadPageAsync(events, http.RequestAborted);
        return page is null
            ? Problems.Unreadable("after", FaultCodes.Invalid, "'after' is no place in the feed.")
            : Answers.Plain(EventFeedAnswer.Of(page));
    }
}
