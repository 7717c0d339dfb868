using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace SupplyChain.Access;

/// <summary>Who tries keys over the gateway.</summary>
public sealed class SlowedFailuresTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Ten_failures_are_answered_at_once_and_the_next_a_second_later()
    {
        var failures = new SlowedFailures(_time);
        for (var i = 0; i < 10; i++)
            failures.FailAsync().IsCompleted.Should().BeTrue();

        var next = failures.FailAsync();
        next.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(999));
        next.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        next.IsCompleted.Should().BeTrue();
    }

    [Fact]
    public void One_more_fails_at_once_every_three_seconds_and_never_more_than_ten()
    {
        var failures = new SlowedFailures(_time);
        for (var i = 0; i < 10; i++)
            _ = failures.FailAsync();
        _time.Advance(TimeSpan.FromSeconds(3));
        failures.FailAsync().IsCompleted.Should().BeTrue();
        failures.FailAsync().IsCompleted.Should().BeFalse();

        _time.Advance(TimeSpan.FromDays(1));
        Enumerable.Range(0, 12).Count(_ => failures.FailAsync().IsCompleted).Should().Be(10);
    }
}
