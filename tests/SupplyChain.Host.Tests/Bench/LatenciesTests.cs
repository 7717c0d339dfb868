using FluentAssertions;
using Xunit;

namespace SupplyChain.Bench;

/// <summary>What a measurement says of latencies.</summary>
public sealed class LatenciesTests
{
    private const double ThreeDigits = 0.001;

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.99)]
    [InlineData(1)]
    public void A_percentile_is_never_too_low_and_right_to_three_digits(double share)
    {
        var latencies = new Latencies();
        var random = new Random(11);
        var ticks = Enumerable.Range(0, 10_000).Select(_ => (long)Math.Exp(random.NextDouble() * 20)).ToArray();
        foreach (var some in ticks)
            latencies.Add(TimeSpan.FromTicks(some));
        Array.Sort(ticks);
        var exact = ticks[(int)Math.Ceiling(share * ticks.Length) - 1] / (double)TimeSpan.TicksPerMillisecond;

        latencies.Percentile(share).Should().BeInRange(exact, exact * (1 + ThreeDigits));
    }

    [Fact]
    public void What_many_threads_add_at_once_is_all_there()
    {
        const int Each = 50_000;
        var latencies = new Latencies();

        Parallel.For(0, 8, thread =>
        {
            for (var i = 0; i < Each; i++)
                latencies.Add(TimeSpan.FromMilliseconds(thread + 1));
        });

        latencies.Count.Should().Be(8 * Each);
        latencies.Percentile(0.5).Should().BeApproximately(4, 4 * ThreeDigits);
        latencies.Percentile(1).Should().BeApproximately(8, 8 * ThreeDigits);
    }

    [Fact]
    public void Without_calls_there_is_no_latency() => new Latencies().Percentile(0.99).Should().Be(0);

    [Fact]
    public void The_shortest_time_has_its_place_and_what_takes_longer_than_an_hour_took_an_hour()
    {
        var latencies = new Latencies();

        latencies.Add(TimeSpan.MaxValue);
        latencies.Add(TimeSpan.Zero);

        latencies.Count.Should().Be(2);
        latencies.Percentile(0.5).Should().Be(0);
        latencies.Percentile(1).Should().BeApproximately(3_600_000, 3_600_000 * ThreeDigits);
    }
}
