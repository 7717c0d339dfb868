using FluentAssertions;
using Xunit;

namespace SupplyChain.Demo;

public sealed class LocalTimeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void During_opening_hours_nobody_waits() =>
        LocalTime.WhenOpen("Europe/Paris", Noon, 8, 18).Should().Be(Noon).And.HaveOffset(TimeSpan.FromHours(1));

    [Fact]
    public void In_the_evening_one_waits_for_the_next_morning() =>
        LocalTime.WhenOpen("Asia/Tokyo", Noon, 8, 18).Should()
            .Be(new DateTimeOffset(2026, 3, 17, 8, 0, 0, TimeSpan.FromHours(9)));

    [Fact]
    public void In_the_night_one_waits_for_the_same_morning() =>
        LocalTime.WhenOpen("America/Los_Angeles", Noon, 8, 18).Should()
            .Be(new DateTimeOffset(2026, 3, 16, 8, 0, 0, TimeSpan.FromHours(-7)));

    [Fact]
    public void A_span_touches_the_hour_it_begins_in_and_the_one_it_ends_in() =>
        LocalTime.Hours(Noon.AddMinutes(50), Noon.AddMinutes(130)).Should()
            .Equal(Noon, Noon.AddHours(1), Noon.AddHours(2));

    [Fact]
    public void The_rhythm_of_a_week_is_one_in_the_mean()
    {
        var week = Enumerable.Range(0, 7 * 24).Select(hour => Rhythm.At(Noon.AddHours(hour))).ToArray();
        week.Average().Should().BeApproximately(1, 0.01);
        Rhythm.At(Noon).Should().BeGreaterThan(5 * Rhythm.At(Noon.AddHours(14)));
    }
}
