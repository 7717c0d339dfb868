namespace SupplyChain.Network;

public sealed class ClosingTests(Website site) : IClassFixture<Website>
{
    [Theory]
    [InlineData(ReplyStatus.Done, 200, 3, 2)]
    [InlineData(ReplyStatus.Pending, 202, 3, 2)]
    [InlineData(ReplyStatus.Replayed, 200, 0, 0)]
    public async Task Closing_says_what_it_moved(ReplyStatus status, int http, int moved, int waiting)
    {
        site.Actors.On<IWarehouseGrain, WarehouseReply>("Close", (_, _) =>
            Task.FromResult(new WarehouseReply { Status = status, Value = Closed }));
        var answer = await site.SendAsync("POST", "/api/v1/warehouses/HAM/close", """{"reason":"flood"}""");
        answer.Status.Should().Be(http);
        answer.Body.GetProperty("resourcedLines").GetInt32().Should().Be(moved);
        answer.Body.GetProperty("backorderedLines").GetInt32().Should().Be(waiting);
    }

    [Fact]
    public async Task A_reason_is_needed()
    {
        var answer = await site.SendAsync("POST", "/api/v1/warehouses/HAM/close", "{}");
        answer.ShouldBeProblem(422, "invalid");
        answer.Errors.Should().Equal(("/reason", FaultCodes.Required));
    }

    private static WarehouseDetails Closed { get; } = new(
        "HAM", "Hamburg", null, null, null, null, null, null, null, 3, WarehouseStatus.Closed, "flood",
        DateTimeOffset.UnixEpoch, new ClosingDetails(1, 3, 2), 9);
}
