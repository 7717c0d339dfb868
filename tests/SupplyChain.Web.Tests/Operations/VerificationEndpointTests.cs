namespace SupplyChain.Operations;

public sealed class VerificationEndpointTests(Website site) : IClassFixture<Website>
{
    private static readonly VerifyReport Report = new(true, 7, 3, ["never-oversell"], [], 0);
    private static readonly VerifyTicket Ticket = new(Guid.NewGuid(), 4);

    [Fact]
    public async Task A_verification_is_answered_when_it_is_done()
    {
        var looks = 0;
        Script(() => new VerifyOutcome(Under(looks), looks++ < 3 ? null : Report, null));
        var answer = await site.SendAsync("POST", "/api/v1/verify");
        answer.Status.Should().Be(200);
        answer.Body.GetRawText().Should().Be(
            """{"ok":true,"events":7,"streams":3,"checked":["never-oversell"],"violations":[],"pending":0}""");
        looks.Should().Be(4);
    }

    [Fact]
    public async Task A_verification_that_was_lost_may_be_asked_for_again()
    {
        Script(() => new VerifyOutcome(Under(0), null, "The silo that verified has left."));
        (await site.SendAsync("POST", "/api/v1/verify")).ShouldBeProblem(503, "unavailable");
    }

    [Fact]
    public async Task How_far_a_verification_is_can_be_looked_at_beside_what_the_last_one_found()
    {
        var progress = Under(5) with { Last = new(Report, DateTimeOffset.UnixEpoch.AddDays(1)) };
        site.Actors.On<IVerificationGrain, VerifyProgress>("Progress", (_, _) => Task.FromResult(progress));
        (await site.SendAsync("GET", "/api/v1/verify")).Body.GetRawText().Should().Be(
            """
            {"running":true,"eventsRead":5,"events":10,"startedAt":"1970-01-01T00:00:00+00:00","last":{"ok":true,
            "events":7,"streams":3,"checked":["never-oversell"],"violations":[],"pending":0,
            "at":"1970-01-02T00:00:00+00:00"}}
            """.ReplaceLineEndings(""));
    }

    private void Script(Func<VerifyOutcome> follow)
    {
        site.Actors.On<IVerificationGrain, VerifyTicket>("Start", (_, _) => Task.FromResult(Ticket));
        site.Actors.On<IVerificationGrain, VerifyOutcome>("Follow", (_, ticket) =>
        {
            ticket.Should().Be(Ticket);
            return Task.FromResult(follow());
        });
    }

    private static VerifyProgress Under(long read) => new(true, read, 10, DateTimeOffset.UnixEpoch, null);
}
