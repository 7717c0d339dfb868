using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace SupplyChain;

/// <summary>What failed is repeated less and less often.</summary>
public sealed class BackoffTests
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(700);
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Each_wait_is_twice_the_one_before_up_to_the_longest()
    {
        var backoff = new Backoff(First, Longest, _clock);

        Waits(backoff, 6).Should().Equal(100, 200, 400, 700, 700, 700);
    }

    [Fact]
    public void After_a_success_it_begins_anew()
    {
        var backoff = new Backoff(First, Longest, _clock);
        Waits(backoff, 3);

        backoff.Reset();

        Waits(backoff, 3).Should().Equal(100, 200, 400);
    }

    [Fact]
    public async Task It_waits_as_long_as_it_said_and_longer_the_next_time()
    {
        var backoff = new Backoff(First, Longest, _clock);
        var wait = backoff.WaitAsync(TestContext.Current.CancellationToken);

        _clock.Advance(First - TimeSpan.FromMilliseconds(1));
        wait.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await wait.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        backoff.NextWait.Should().Be(2 * First);
    }

    [Fact]
    public async Task A_wait_that_was_broken_off_leaves_it_as_it_was()
    {
        using var enough = new CancellationTokenSource();
        var backoff = new Backoff(First, Longest, _clock);
        var wait = backoff.WaitAsync(enough.Token);
        await enough.CancelAsync();

        await FluentActions.Awaiting(() => wait).Should().ThrowAsync<OperationCanceledException>();
        backoff.NextWait.Should().Be(First);
    }

    [Fact]
    public void Jitter_spreads_the_waits_of_those_who_failed_together()
    {
        var waits = Enumerable.Range(0, 1_000)
            .Select(_ => new Backoff(First, Longest, _clock, jitter: 0.5).NextWait.TotalMilliseconds)
            .ToList();

        waits.Should().OnlyContain(wait => wait >= 50 && wait <= 150);
        (waits.Max() - waits.Min()).Should().BeGreaterThan(80, "a thousand of them fill nearly the whole range");
    }

    private static List<double> Waits(Backoff backoff, int count)
    {
        var waits = new List<double>();
        for (; waits.Count < count; backoff.Grow())
            waits.Add(backoff.NextWait.TotalMilliseconds);
        return waits;
    }
}
