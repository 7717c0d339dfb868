namespace SupplyChain.Operations;

public sealed class EventEndpointTests(Website site) : IClassFixture<Website>
{
    [Fact]
    public async Task Events_are_CloudEvents()
    {
        site.Actors.On<IOperationsGrain, EventPage?>("Events", (_, _) => Task.FromResult<EventPage?>(new EventPage(
            [
                new PublishedEvent("order/E/3", "/demo", "supplychain.order.allocated.v1", "order/E",
                    DateTimeOffset.UnixEpoch, 3, """{"line":1}"""),
            ],
            "p3", true)));
        var answer = await site.SendAsync("GET", "/api/v1/events?types=a,b");
        answer.Body.GetRawText().Should().Be(
            """
            {"events":[{"specversion":"1.0","id":"order/E/3","source":"/demo","type":"supplychain.order.allocated.v1",
            "subject":"order/E","time":"1970-01-01T00:00:00+00:00","sequence":3,"data":{"line":1}}],
            "next":"p3","atEnd":true}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Types_are_repeated_or_separated_by_commas()
    {
        ReadEvents? asked = null;
        site.Actors.On<IOperationsGrain, EventPage?>("Events", (_, query) =>
        {
            asked = (ReadEvents)query!;
            return Task.FromResult<EventPage?>(new EventPage([], "p4", false));
        });
        var answer = await site.SendAsync("GET", "/api/v1/events?types=a,b&types=c.*&types=a&limit=10");
        answer.Body.GetRawText().Should().Be("""{"events":[],"next":"p4","atEnd":false}""");
        asked!.Types.Should().Equal("a", "b", "c.*");
    }

    [Fact]
    public async Task A_type_that_no_event_has_is_named_with_those_there_are()
    {
        site.Actors.On<IOperationsGrain, EventPage?>("Events", (_, _) =>
            throw new UnknownEventTypeException("No event has the type 'x'; there are a, b."));
        var answer = await site.SendAsync("GET", "/api/v1/events?types=x");
        answer.ShouldBeProblem(422, "invalid");
        answer.Errors.Single().Where.Should().Be("parameter types");
        answer.Body.GetRawText().Should().Contain("there are a, b");
    }

    [Fact]
    public async Task A_place_nobody_gave_out_is_a_fault_of_the_query()
    {
        site.Actors.On<IOperationsGrain, EventPage?>("Events", (_, _) => Task.FromResult<EventPage?>(null));
        var answer = await site.SendAsync("GET", "/api/v1/events?after=nonsense");
        answer.ShouldBeProblem(400, "bad-request");
        answer.Errors.Single().Where.Should().Be("parameter after");
    }
}
