namespace SupplyChain.Operations;

/// <summary>The feed of everything that happened.</summary>
internal static class EventEndpoints
{
    private const int MostTypes = 100;

    public static void MapEvents(this IEndpointRouteBuilder api) =>
        api.MapGet("/events", ReadAsync)
            .Operation("Events", "readEvents", "The events (CloudEvents 1.0) after a place, in commit order")
            .Queries(
            [
                QueryParameter.Text("types", "Only these types, separated by commas."),
                .. QueryParameter.Paging,
            ])
            .Answers<EventFeed>(200)
            .Fails(400, 422);

    private static async Task<IResult> ReadAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = new QueryReader(http);
        var (after, limit, types) = (query.After(), query.Limit(), query.Text("types"));
        query.Check();
        var wanted = types?.Split(
            ',', MostTypes, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var page = await chain.ForReading(http).Events.ReadPageAsync(
            new ReadEvents(after, limit, (wanted ?? []).ToItems()), http.RequestAborted);
        return page is null
            ? Problems.Unreadable("after", FaultCodes.Invalid, "'after' is no place in the feed.")
            : Answers.Plain(new EventFeed(page.Events.Select(CloudEvent.Of).ToItems(), page.Next));
    }
}
