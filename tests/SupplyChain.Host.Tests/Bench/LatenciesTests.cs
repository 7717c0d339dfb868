using FluentAssertions;
using Xunit;

namespace SupplyChain.Bench;

/// <summary>What a measurement says of latencies.</summary>
public sealed class LatenciesTests
{
    private const double WidthOfABucket = 1.0 / 64;

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.99)]
    [InlineData(1)]
    public void A_percentile_is_never_too_low_and_at_most_a_bucket_too_high(double share)
    {
        var latencies = new Latencies();
        var random = new Random(11);
        var ticks = Enumerable.Range(0, 10_000).Select(_ => (long)Math.Exp(random.NextDouble() * 20)).ToArray();
        foreach (var some in ticks)
            latencies.Add(TimeSpan.FromTicks(some));
        Array.Sort(ticks);
        var exact = ticks[(int)Math.Ceiling(share * ticks.Length) - 1] / (double)TimeSpan.TicksPerMillisecond;

        latencies.Percentile(share).Should().BeInRange(exact, exact * (1 + WidthOfABucket));
    }

    [Fact]
    public void Without_calls_there_is_no_latency() => new Latencies().Percentile(0.99).Should().Be(0);

    [Fact]
    public void The_longest_and_the_shortest_time_have_their_place()
    {
        var latencies = new Latencies();

        latencies.Add(TimeSpan.MaxValue);
        latencies.Add(TimeSpan.Zero);

        latencies.Count.Should().Be(2);
        latencies.Percentile(0.5).Should().Be(0);
        latencies.Percentile(1).Should().BeGreaterThanOrEqualTo(TimeSpan.MaxValue.TotalMilliseconds);
    }
}
