using Microsoft.Extensions.Time.Testing;
using SupplyChain.Access;
using SupplyChain.Operations;
using SupplyChain.Orders;

namespace SupplyChain;

/// <summary>A machine whose clock is wrong goes by the cluster's.</summary>
public sealed class ClusterClockTests : IAsyncDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RealPatience = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _machine = new();
    private readonly ScriptedActors _actors = new();
    private readonly ClusterClock _clock;
    private readonly SemaphoreSlim _asked = new(0);
    private Func<int, TimeSpan> _aheadIs = _ => Hour;
    private int _questions;

    public ClusterClockTests()
    {
        _actors.On<IOperationsGrain, DateTimeOffset>(nameof(IOperationsGrain.Now), (_, _) =>
        {
            _asked.Release();
            return Task.FromResult(_machine.GetUtcNow() + _aheadIs(++_questions));
        });
        _clock = new(
            () => _actors.Factory.GetGrain<IOperationsGrain>("demo"),
            new AccessSession(_actors.Factory, null, _machine), _machine);
    }

    private TimeSpan Ahead => _clock.GetUtcNow() - _machine.GetUtcNow();

    public async ValueTask DisposeAsync()
    {
        await _clock.DisposeAsync();
        _asked.Dispose();
    }

    [Fact]
    public async Task It_goes_by_what_the_cluster_says_and_asks_again_every_half_minute()
    {
        _aheadIs = question => question * Hour;

        await StartAsync();
        Ahead.Should().Be(Hour);
        _machine.Advance(AskEvery - TimeSpan.FromMilliseconds(1));
        _questions.Should().Be(1);

        await AskedAgainAsync(2 * Hour);
        await AskedAgainAsync(3 * Hour);
    }

    [Fact]
    public async Task While_nobody_answers_it_goes_by_what_was_said_last()
    {
        _aheadIs = question => question == 2 ? throw new UnavailableException("down") : question * Hour;

        await StartAsync();
        await AskedAgainAsync(Hour);
        await AskedAgainAsync(3 * Hour);
    }

    [Fact]
    public async Task An_answer_is_half_as_old_as_it_took()
    {
        var took = TimeSpan.FromSeconds(2);
        _aheadIs = _ =>
        {
            _machine.Advance(took);
            return Hour;
        };

        await _clock.StartAsync();

        Ahead.Should().Be(Hour - (took / 2), "the cluster's clock was read before all of it");
    }

    [Fact]
    public async Task Deadlines_are_sent_in_the_clusters_time()
    {
        DateTimeOffset? told = null;
        _actors.On<IOrderGrain, OrderReply>(nameof(IOrderGrain.Place), (_, _) =>
        {
            told = CallContext.Deadline;
            return Task.FromResult(ScriptedOrder.Created);
        });
        await _clock.StartAsync();

        await SupplyChainClient.Over(_actors.Factory, new() { Deadline = ScriptedOrder.Deadline }, _clock)
            .Orders.PlaceAsync("O-1", ScriptedOrder.Command);

        told.Should().Be(_machine.GetUtcNow() + Hour + ScriptedOrder.Deadline - TimeSpan.FromMilliseconds(500));
    }

    private async Task StartAsync()
    {
        await _clock.StartAsync();
        (await _asked.WaitAsync(RealPatience)).Should().BeTrue();
    }

    /// <summary>Half a minute later it asks, and then goes by the answer.</summary>
    private async Task AskedAgainAsync(TimeSpan ahead)
    {
        _machine.Advance(AskEvery);
        (await _asked.WaitAsync(RealPatience)).Should().BeTrue();
        SpinWait.SpinUntil(() => Ahead == ahead, RealPatience).Should().BeTrue("it goes by what it heard");
    }
}
