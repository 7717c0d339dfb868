namespace SupplyChain.Planner.Tower;

/// <summary>The last hour, minute by minute.</summary>
public sealed class RateHistoryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 8, 3, 12, 0, 0, TimeSpan.Zero);

    private readonly RateHistory _history = new();

    [Fact]
    public void A_minute_is_the_average_of_what_was_measured_of_it()
    {
        _history.Add(Noon.AddSeconds(10), 20);
        _history.Add(Noon.AddSeconds(40), 40);
        _history.Add(Noon.AddSeconds(70), 5);

        var minutes = _history.Until(Noon.AddSeconds(80));

        minutes.Should().HaveCount(RateHistory.Minutes);
        minutes[^2].Should().Be(new MinuteRate(Noon, 30));
        minutes[^1].Should().Be(new MinuteRate(Noon.AddMinutes(1), 5));
    }

    [Fact]
    public void Minutes_nobody_measured_are_unknown_and_not_zero()
    {
        _history.Add(Noon, 20);
        _history.Add(Noon.AddMinutes(3), 0);

        _history.Until(Noon.AddMinutes(3)).TakeLast(4).Select(minute => minute.EventsPerSecond)
            .Should().Equal(20, null, null, 0);
        _history.Since.Should().Be(Noon);
    }

    [Fact]
    public void What_is_older_than_an_hour_is_forgotten_also_when_nothing_came_since()
    {
        _history.Add(Noon, 20);

        _history.Until(Noon.AddMinutes(59))[0].EventsPerSecond.Should().Be(20);
        _history.Until(Noon.AddMinutes(60)).Should().OnlyContain(minute => minute.EventsPerSecond == null);
        _history.Until(Noon.AddMinutes(120)).Should().OnlyContain(minute => minute.EventsPerSecond == null);
    }
}
