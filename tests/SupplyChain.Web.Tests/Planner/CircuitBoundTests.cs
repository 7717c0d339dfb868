using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace SupplyChain.Planner;

/// <summary>Not more pages come alive than a node keeps.</summary>
public sealed class CircuitBoundTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly LivePages _pages;
    private readonly LiveFeed _feed;

    public CircuitBoundTests()
    {
        var actors = new ScriptedActors();
        _feed = new(
            SupplyChainClient.Over(actors.Factory, new SupplyChainClientOptions(), _time), _time,
            NullLogger<LiveFeed>.Instance);
        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        _pages = new(new WebOptions { MostCircuits = 2 }, meters);
    }

    public void Dispose() => _feed.Close();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_too_many_does_not_begin_and_takes_no_place_when_it_is_given_up()
    {
        await OpenAsync();
        var second = await OpenAsync();
        _pages.IsFull.Should().BeTrue();

        using (var third = BoundOf(new(_feed, _time)))
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

    [Fact]
    public async Task A_page_without_a_connection_rests_and_reads_once_when_it_is_back()
    {
        using var viewer = new Viewer(_feed, _time);
        using var bound = BoundOf(viewer);
        var read = new TaskCompletionSource();
        using var followed = viewer.Follow(
            static _ => false, TimeSpan.FromSeconds(1), () => Task.FromResult(read.TrySetResult()));

        await bound.OnConnectionDownAsync(null!, Cancellation);
        viewer.IsFollowing.Should().BeFalse();
        read.Task.IsCompleted.Should().BeFalse();

        await bound.OnConnectionUpAsync(null!, Cancellation);
        viewer.IsFollowing.Should().BeTrue();
        _time.Advance(TimeSpan.FromSeconds(1));
        await read.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
    }

    [Theory]
    [InlineData(0, 100, 60, "Web:MostCircuits 0")]
    [InlineData(10_001, 100, 60, "Web:MostCircuits 10001")]
    [InlineData(500, -1, 60, "Web:MostKeptCircuits -1")]
    [InlineData(500, 100, 0, "Web:CircuitsKeptFor 00:00:00")]
    [InlineData(500, 100, 86_401, "Web:CircuitsKeptFor 1.00:00:01")]
    public void A_bound_that_makes_no_sense_is_refused_by_its_name(int most, int kept, int seconds, string said)
    {
        var keptFor = TimeSpan.FromSeconds(seconds);
        var configuring = () => new ServiceCollection().AddSupplyChainWeb(web =>
            (web.MostCircuits, web.MostKeptCircuits, web.CircuitsKeptFor) = (most, kept, keptFor));

        configuring.Should().Throw<OptionsValidationException>().WithMessage($"{said}*");
    }

    private async Task<CircuitBound> OpenAsync()
    {
        var bound = BoundOf(new(_feed, _time));
        await bound.OnCircuitOpenedAsync(null!, Cancellation);
        return bound;
    }

    private CircuitBound BoundOf(Viewer viewer) =>
        new(_pages, new ServiceCollection().AddSingleton(viewer).BuildServiceProvider());
}
