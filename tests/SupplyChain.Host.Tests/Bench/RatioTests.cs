using FluentAssertions;
using Xunit;

namespace SupplyChain.Bench;

/// <summary>What is said of several rounds.</summary>
public sealed class RatioTests
{
    [Fact]
    public void A_ratio_is_the_median_of_the_rounds_with_the_worst_and_the_best()
    {
        var ratio = Ratio.Of(
            [
                Run("nodes", 1, 100), Run("procedure", 1, 200), Run("interactive", 1, 50),
                Run("nodes", 2, 300), Run("procedure", 2, 200), Run("interactive", 2, 100),
                Run("nodes", 3, 200), Run("procedure", 3, 100), Run("interactive", 3, 200),
            ],
            "nodes");

        ratio.Select(one => (one.Against, one.Median, one.Min, one.Max)).Should().Equal(
            ("procedure", 1.5, 0.5, 2), ("interactive", 2, 1, 3));
        ratio[0].NodesDatabaseMs.Should().Be(200);
        ratio[0].OtherDatabaseMs.Should().Be(200);
        ratio.Should().OnlyContain(one => one.Sustained);
    }

    [Fact]
    public void Rounds_are_compared_skew_by_skew() =>
        Ratio.Of(
            [
                Run("nodes", 1, 100), Run("procedure", 1, 200),
                Run("nodes", 1, 90) with { Skew = "hot" }, Run("procedure", 1, 30) with { Skew = "hot" },
            ],
            "nodes").Select(one => (one.Skew, one.Median)).Should().Equal(("uniform", 0.5), ("hot", 3));

    [Fact]
    public void A_round_that_could_not_go_on_marks_the_ratio()
    {
        var ratio = Ratio.Of(
            [Run("nodes", 1, 1) with { Lag = new(0, 0, 0, null) }, Run("procedure", 1, 1)], "nodes");

        ratio.Should().ContainSingle().Which.ForPeople.Should().EndWith("NOT SUSTAINED");
    }

    /// <summary>Its database CPU is as many ms as its rate, so that the median shows.</summary>
    private static OrderFigures Run(string by, int round, double rate) => new()
    {
        By = by,
        Round = round,
        Workload = "orders",
        Skew = "uniform",
        Clients = 1,
        Rate = null,
        OrdersPerSecond = rate,
        Acknowledged = 1,
        AcknowledgedPerSecond = rate,
        AcknowledgedPerSecondOf = new Dictionary<string, double>(),
        P50Ms = 1,
        P99Ms = 1,
        P999Ms = 1,
        MaxMs = 1,
        Errors = 0,
        ErrorP50Ms = 0,
        ErrorP99Ms = 0,
        Overdue = 0,
        PerOrder = new(null, null, rate, null, null),
        GcPausePercent = null,
        EventsPerSecond = null,
        Lag = null,
    };
}
