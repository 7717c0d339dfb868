using SupplyChain.Access;
using SupplyChain.Operations;

namespace SupplyChain.Events;

/// <summary>The feed as a stream that goes on (Server-Sent Events).</summary>
internal static class EventStreamEndpoints
{
    private const string LastEventId = "Last-Event-ID";

    public static void MapEventStream(this IEndpointRouteBuilder api) =>
        api.MapGet("/events/stream", OpenAsync)
            .Operation(
                "Events", "streamEvents",
                "The events after a place and whatever follows, as Server-Sent Events: 'id' is the place behind the "
                + "event, 'event' its type, 'data' one CloudEvent; a comment comes after 15 seconds of silence. The "
                + "stream ends when the node stops or the key is revoked: come back with Last-Event-ID")
            .Queries(
            [
                .. EventQueries.Wanted,
                QueryParameter.Text(
                    "after",
                    "A 'next' of the feed or an 'id' of the stream; absent from the beginning, as GET /events."),
            ])
            .Headers(QueryParameter.Text(
                LastEventId, "The 'id' of the last event that was dealt with; it counts instead of 'after'."))
            .AnswersText(EventStream.MediaType)
            .Fails(400, 422)
            .Needs(Permission.Read);

    private static async Task<IResult> OpenAsync(
        HttpContext http, SupplyChainClient chain, Callers callers, EventStreams streams)
    {
        var query = new QueryReader(http);
        var (types, subject) = EventQueries.Read(query);
        var after = query.After();
        query.Check();
        var last = http.Request.Headers[LastEventId].ToString();
        var resumes = last.Length > 0;
        var (from, client) = (resumes ? last : after, chain.ForStreaming(http, callers));
        // What is faulty is said before the stream begins: this page is not shown.
        if (await client.Events.ReadPageAsync(new(from, 1, types, subject), http.RequestAborted) is null)
        {
            var name = resumes ? LastEventId : "after";
            return Problems.Unreadable(name, FaultCodes.Invalid, $"'{name}' is no place in the feed.");
        }
        return streams.Open(client, new EventQuery(types, subject), from);
    }
}
