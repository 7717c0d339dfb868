using FluentAssertions;
using Xunit;

namespace SupplyChain.Bench;

/// <summary>When the lists cannot follow, the row says so.</summary>
public sealed class LagTrendTests
{
    private const double Interval = 0.2;
    private const int Samples = 75;

    [Fact]
    public void Lists_that_fall_behind_a_second_in_ten_are_not_sustained()
    {
        var figures = Of(at => at / 10);

        figures.Slope.Should().BeApproximately(0.1, 1e-9);
        figures.KeptUp.Should().BeFalse();
    }

    [Fact]
    public void Lag_that_stays_is_kept_up_with() => Of(_ => 3).KeptUp.Should().BeTrue();

    [Fact]
    public void Lag_that_shrinks_is_kept_up_with()
    {
        var figures = Of(at => 20 - at);

        figures.Slope.Should().BeApproximately(-1, 1e-9);
        figures.KeptUp.Should().BeTrue();
    }

    [Fact]
    public void Growth_that_ends_below_a_second_may_be_chance() => Of(at => at / 20).KeptUp.Should().BeTrue();

    [Fact]
    public void Growth_as_slow_as_a_fiftieth_is_kept_up_with() => Of(at => 5 + at / 51).KeptUp.Should().BeTrue();

    [Fact]
    public void A_saw_that_does_not_climb_is_kept_up_with() => Of(at => at % 2).KeptUp.Should().BeTrue();

    [Fact]
    public void A_saw_that_climbs_is_not_sustained() => Of(at => at % 2 + at / 5).KeptUp.Should().BeFalse();

    [Fact]
    public void What_nobody_saw_is_not_sustained() => new LagTrend().Figures().KeptUp.Should().BeFalse();

    [Fact]
    public void The_99th_percentile_is_exceeded_by_one_sample_in_a_hundred()
    {
        var trend = new LagTrend();
        for (var i = 1; i <= 200; i++)
            trend.Add(i, i);

        trend.Figures().P50Ms.Should().Be(100_000);
        trend.Figures().P99Ms.Should().Be(198_000);
        trend.Figures().EndMs.Should().Be(200_000);
    }

    private static LagFigures Of(Func<double, double> lag)
    {
        var trend = new LagTrend();
        for (var i = 0; i < Samples; i++)
            trend.Add(i * Interval, lag(i * Interval));
        return trend.Figures();
    }
}
