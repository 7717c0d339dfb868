using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SupplyChain.Planner;

/// <summary>Not more pages come alive than a node keeps.</summary>
public sealed class CircuitBoundTests
{
    private readonly LivePages _pages;

    public CircuitBoundTests()
    {
        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        _pages = new(new WebOptions { MostCircuits = 2 }, meters);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_too_many_does_not_begin_and_takes_no_place_when_it_is_given_up()
    {
        await OpenAsync();
        var second = await OpenAsync();
        _pages.IsFull.Should().BeTrue();

        using (var third = new CircuitBound(_pages))
        {
            var opening = () => third.OnCircuitOpenedAsync(null!, Cancellation);
            await opening.Should().ThrowAsync<InvalidOperationException>().WithMessage("*Web:MostCircuits 2*");
        }

        _pages.Count.Should().Be(2);
        second.Dispose();
        second.Dispose();
        _pages.Count.Should().Be(1);
        await OpenAsync();
        _pages.IsFull.Should().BeTrue();
    }

    [Fact]
    public async Task Of_many_at_the_same_time_as_many_begin_as_there_are_places()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(_pages.TryEnter, Cancellation)));

        opened.Count(may => may).Should().Be(2);
        _pages.Count.Should().Be(2);
    }

    [Theory]
    [InlineData(0, 100, 60, "Web:MostCircuits 0")]
    [InlineData(10_001, 100, 60, "Web:MostCircuits 10001")]
    [InlineData(500, -1, 60, "Web:MostKeptCircuits -1")]
    [InlineData(500, 100, 0, "Web:CircuitsKeptFor 00:00:00")]
    [InlineData(500, 100, 86_401, "Web:CircuitsKeptFor 1.00:00:01")]
    public void A_bound_that_makes_no_sense_is_refused_by_its_name(int most, int kept, int seconds, string said)
    {
        var configuring = () => new ServiceCollection().AddSupplyChainWeb(web =>
            (web.MostCircuits, web.MostKeptCircuits, web.CircuitsKeptFor) = (most, kept, TimeSpan.FromSeconds(seconds)));

        configuring.Should().Throw<OptionsValidationException>().WithMessage($"{said}*");
    }

    private async Task<CircuitBound> OpenAsync()
    {
        var bound = new CircuitBound(_pages);
        await bound.OnCircuitOpenedAsync(null!, Cancellation);
        return bound;
    }
}
