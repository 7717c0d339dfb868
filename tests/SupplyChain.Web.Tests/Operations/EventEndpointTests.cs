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
            "p3")));
        var answer = await site.SendAsync("GET", "/api/v1/events?types=a,b");
        answer.Body.GetRawText().Should().Be(
            """
            {"events":[{"specversion":"1.0","id":"order/E/3","source":"/demo","type":"supplychain.order.allocated.v1",
            "subject":"order/E","time":"1970-01-01T00:00:00+00:00","sequence":3,"data":{"line":1}}],"next":"p3"}
            """.ReplaceLineEndings(""));
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
