using SupplyChain.Orders;

namespace SupplyChain.Shipments;

public sealed class MilestoneEndpointTests(Website site) : IClassFixture<Website>
{
    [Fact]
    public async Task A_milestone_reaches_its_shipment()
    {
        RecordMilestone? recorded = null;
        site.Actors.On<IShipmentGrain, ShipmentReply>("Record", (_, command) =>
        {
            recorded = (RecordMilestone)command!;
            return Task.FromResult(new ShipmentReply { Status = ReplyStatus.Created, Value = Shipment(recorded) });
        });
        var answer = await site.SendAsync("PUT", "/api/v1/shipments/SH-1/milestones/M-1",
            """{"kind":"arrivedHub","occurredAt":null,"location":"DEHAM"}""");
        answer.Status.Should().Be(201, answer.Body.ToString());
        recorded.Should().Be(new RecordMilestone("M-1", MilestoneKind.ArrivedHub, OccurredAt.Unknown, "DEHAM"));
        answer.Body.GetProperty("milestones")[0].GetProperty("kind").GetString().Should().Be("arrivedHub");
        answer.Body.GetProperty("eta").GetRawText().Should().Be("""{"at":null,"reason":"unknown"}""");
        answer.Body.TryGetProperty("exception", out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("""{"kind":"lost"}""", 422, "/kind", FaultCodes.Invalid)]
    [InlineData("""{"kind":"Delivered"}""", 422, "/kind", FaultCodes.Invalid)]
    [InlineData("{}", 422, "/kind", FaultCodes.Required)]
    [InlineData("""{"kind":7}""", 400, "/kind", FaultCodes.WrongType)]
    [InlineData("""{"kind":"picked","lines":[{"line":1,"delivered":1}]}""", 422, "/lines", FaultCodes.Invalid)]
    [InlineData("""{"kind":"delivered","lines":[{"line":1}]}""", 422, "/lines/0/delivered", FaultCodes.Required)]
    [InlineData(
        """{"kind":"delivered","lines":[{"line":1,"delivered":-1}]}""", 422, "/lines/0/delivered", "out-of-range")]
    public async Task A_faulty_milestone_is_named(string body, int status, string pointer, string code)
    {
        var answer = await site.SendAsync("PUT", "/api/v1/shipments/SH-1/milestones/M-1", body);
        answer.Status.Should().Be(status);
        answer.Errors.Should().Contain((pointer, code));
    }

    private static ShipmentDetails Shipment(RecordMilestone milestone) => new(
        "SH-1", "ERP-1", "HAM", "Truck", null, null, null, null, ShipmentStatus.InTransit, null,
        [new ShipmentLine(1, "A", 1, 0, 0, 0)], new Eta(null, "unknown"), null,
        [new Milestone(milestone.Id, milestone.Kind, null, DateTimeOffset.UnixEpoch, "DEHAM", null, [])], 4);
}
