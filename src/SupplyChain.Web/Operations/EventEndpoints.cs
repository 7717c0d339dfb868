using SupplyChain.Events;

namespace SupplyChain.Operations;

/// <summary>The feed of everything that happened.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api) =>
        api.MapGet("/events", ReadAsync)
            .Operation("Events", "readEvents", "The events (CloudEvents 1.0) after a place, in commit order")
            .Queries(
                [.. EventQueries.Wanted, .. QueryParameter.Paging])
            .Answers<EventFeedAnswer>(200)
            .Fails(400, 422);

    private static async Task<IResult> ReadAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = new QueryReader(http);
        var (types, subject) = EventQueries.Read(query);
        var events = new ReadEvents(query.After(), query.Limit(), types, subject);
        query.Check();
        var page = await chain.ForReading(http).Events.ReadPageAsync(events, http.RequestAborted);
        return page is null
            ? Problems.Unreadable("after", FaultCodes.Invalid, "'after' is no place in the feed.")
            : Answers.Plain(EventFeedAnswer.Of(page));
    }
}
