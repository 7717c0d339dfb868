namespace SupplyChain.Operations;

public sealed class OpsWordsTests
{
    private static readonly VerifyReport Holds = new(true, 9, 3, ["never-oversell", "hash-chain"], [], 0);

    [Fact]
    public void A_whole_cluster_is_healthy_and_says_what_was_verified() =>
        OpsWords.Verdict(Cluster(Silo("a", 3), Silo("b", 1)), Holds)
            .Should().Be(("Healthy.", "2 silos carry 4 actors. 2 of 2 invariants hold."));

    [Fact]
    public void What_nobody_verified_is_not_said_to_hold() =>
        OpsWords.Verdict(Cluster(Silo("a", 1)), null).Sentence.Should().Contain("Nothing was verified");

    [Fact]
    public void A_violation_is_said_before_anything_else()
    {
        var broken = Holds with { Ok = false, Violations = [new("hash-chain", "order/O-1", 2, "differs")] };

        OpsWords.Verdict(Cluster(Silo("a", 1, "Silent")), broken).Word.Should().Be("Broken.");
    }

    [Fact]
    public void Lists_that_stand_still_are_said_to()
    {
        var stopped = Cluster(Silo("a", 1)) with { ReadModelsStopped = "Event a.b schema 2 is newer." };

        OpsWords.Verdict(stopped, Holds).Should().Be(("Behind.",
            "The lists stand still: Event a.b schema 2 is newer. Only a node of that version can take them further."));
    }

    [Theory]
    [InlineData("order/O-1", "/orders/O-1")]
    [InlineData("transfer/T 1", "/transfers/T%201")]
    [InlineData("stock/PUMP@HAM", "/inventory/PUMP")]
    [InlineData("receipt/R-1", null)]
    public void A_stream_leads_to_its_page(string stream, string? page) =>
        OpsWords.Link(stream).Should().Be(page);

    [Fact]
    public void The_last_active_silo_is_not_drained()
    {
        var (last, leaving) = (Silo("a", 3), Silo("b", 1, "Draining"));

        OpsWords.MayDrain(Cluster(last, leaving), last).Should().BeFalse();
        OpsWords.MayDrain(Cluster(last, leaving, Silo("c", 0)), last).Should().BeTrue();
    }

    [Fact]
    public void An_even_spread_ends_on_the_active_silos_unless_regions_decide()
    {
        OpsWords.EvenShare(Cluster(Silo("a", 3), Silo("b", 1), Silo("c", 2, "Draining"))).Should().Be(3);
        OpsWords.EvenShare(Cluster(Silo("a", 3), Silo("b", 1) with { Region = "EU" })).Should().BeNull();
        OpsWords.EvenShare(Cluster(Silo("a", 3))).Should().BeNull();
    }

    [Fact]
    public void Every_actor_of_a_silo_is_in_its_bar()
    {
        var silo = Silo("a", 6) with { Kinds = [new("order", 1), new("receipt", 2), new("key", 3)] };

        OpsWords.Split(silo).Sum().Should().Be(6);
    }

    [Fact]
    public void Lag_older_than_a_minute_is_left()
    {
        var (lag, start) = (new LagReadings(), new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
        lag.Add(start, 5);
        lag.Add(start.AddSeconds(30), 6);
        lag.Add(start.AddSeconds(61), 7);

        lag.All.Select(one => one.LagMs).Should().Equal(6, 7);
    }

    private static SiloStatus Silo(string name, int actors, string status = "Active") =>
        new(name, status, actors, null, [], 0);

    private static ClusterStatus Cluster(params SiloStatus[] silos) =>
        new("0-0-9", "0-0-9", 0, 0, null, silos.ToItems(), [], 0, 0);
}
