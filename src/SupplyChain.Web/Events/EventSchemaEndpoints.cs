using SupplyChain.Access;

namespace SupplyChain.Events;

/// <summary>What the data of events looks like.</summary>
internal static class EventSchemaEndpoints
{
    private const string Tag = "Events";

    public static void MapEventSchemas(this IEndpointRouteBuilder api)
    {
        api.MapGet("/schemas/events", List)
            .Scoped(Scope.Everything)
            .Operation(Tag, "listEventTypes", "The types of events by name, all at once")
            .Answers<PageAnswer<EventTypeAnswer>>(200)
            .Needs(Permission.Read);
        api.MapGet("/schemas/events/{type}", Find)
            .Scoped(Scope.Everything)
            .Operation(Tag, "getEventSchema", "The data of a type of event, as JSON Schema 2020-12")
            .AnswersText(EventSchemas.MediaType)
            .Fails(400, 404)
            .Needs(Permission.Read);
    }

    private static IResult List() => Answers.Plain(
        new PageAnswer<EventTypeAnswer>(EventSchemas.Types.Select(EventTypeAnswer.Of).ToItems(), null));

    private static IResult Find(HttpContext http) => EventSchemas.Find(http.Id("type")) is { } schema
        ? Results.Text(schema, EventSchemas.MediaType)
        : Problems.NotFound("No event has this type; /api/v1/schemas/events lists them.");
}
