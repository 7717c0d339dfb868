using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Planner.Tower;

/// <summary>Many look at the control tower; the actors are asked once.</summary>
public sealed class TowerReadingTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 8, 3, 12, 0, 0, TimeSpan.Zero));
    private readonly ScriptedActors _actors = new();
    private readonly LiveFeed _feed;
    private readonly TowerReading _reading;
    private readonly Queue<PublishedEvent> _happened = [];
    private int _asked;
    private int _askedOrders;
    private bool _isCutOff;
    private Task _answering = Task.CompletedTask;

    public TowerReadingTests()
    {
        _actors.On<IOrderQueriesGrain, OrderCount>("Count", (_, query) => Task.FromResult(
            ((OrderQuery)query!).Waiting && ++_askedOrders > 0 ? new OrderCount(4, 200, 191, _time.GetUtcNow(), 0)
            : ((OrderQuery)query).Ready ? new OrderCount(49, 1_500, 0, _time.GetUtcNow(), 1_412)
            : new OrderCount(261, 9_000, 191, _time.GetUtcNow(), 1_412)));
        _actors.On<IShipmentQueriesGrain, ShipmentCounts>("Count", async (_, _) =>
        {
            _asked++;
            await _answering;
            return _isCutOff
                ? throw new UnavailableException("Nobody answers.")
                : new ShipmentCounts(2, 10, 1, 0, 1, 0);
        });
        _actors.On<IShipmentQueriesGrain, Page<ShipmentSummary>>("List", (_, _) => Task.FromResult(
            new Page<ShipmentSummary>(
                [Shipment("SH-1", ShipmentStanding.OnTime), Shipment("SH-2", ShipmentStanding.Late)], null)));
        _actors.On<IOperationsGrain, ExceptionCount>(
            "ExceptionCount", (_, _) => Task.FromResult(new ExceptionCount(0, 0, 0, [])));
        _actors.On<IOperationsGrain, Page<ExceptionEntry>>(
            "Exceptions", (_, _) => Task.FromResult(new Page<ExceptionEntry>([], null)));
        _actors.On<IOperationsGrain, KpiReply>("Kpis", (_, _) => Task.FromResult(
            new KpiReply(new KpiFigures(10, 10, 100, 100, 95.6m, 80, null, null, null), null)));
        _actors.On<INetworkQueriesGrain, Page<WarehouseDetails>>(
            "Warehouses", (_, _) => Task.FromResult(new Page<WarehouseDetails>([], null)));
        _actors.On<IOperationsGrain, ClusterStatus>("Status", (_, _) => Task.FromResult(
            new ClusterStatus("0", "0", 0, 0, null, new([]), new([]), 0, 0)));
        _actors.On<IOperationsGrain, EventPage?>("Events", (_, _) => Task.FromResult<EventPage?>(
            new(_happened.TryDequeue(out var one) ? new([one]) : new([]), "1", true)));
        var chain = SupplyChainClient.Over(
            _actors.Factory, new SupplyChainClientOptions { Deadline = TimeSpan.FromSeconds(1) }, _time);
        _feed = new(chain, _time, NullLogger<LiveFeed>.Instance);
        _reading = new(chain, new Names(chain, _time), _feed, _time);
    }

    public void Dispose() => _feed.Close();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_who_look_within_a_second_cost_one_reading()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _reading.ReadAsync(Cancellation)));

        _asked.Should().Be(1);
        all.Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task After_a_second_it_is_read_anew()
    {
        await _reading.ReadAsync(Cancellation);
        _time.Advance(TimeSpan.FromSeconds(1));

        (await _reading.ReadAsync(Cancellation)).At.Should().Be(_time.GetUtcNow());
        _asked.Should().Be(2);
    }

    [Fact]
    public async Task Who_looks_on_gets_the_next_reading_which_all_share()
    {
        await _reading.ReadAsync(Cancellation);

        var all = Enumerable.Range(0, 50).Select(_ => _reading.ReadNextAsync(Cancellation)).ToArray();
        all.Should().NotContain(one => one.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        (await Task.WhenAll(all)).Distinct().Should().ContainSingle().Which.At.Should().Be(_time.GetUtcNow());
        _asked.Should().Be(2);
    }

    [Fact]
    public async Task A_reading_that_takes_long_is_followed_by_a_pause_of_thirty_times_as_long()
    {
        var answer = new TaskCompletionSource();
        _answering = answer.Task;
        var reading = _reading.ReadAsync(Cancellation);
        _time.Advance(TimeSpan.FromMilliseconds(100));
        answer.SetResult();
        await reading;

        _time.Advance(TimeSpan.FromMilliseconds(2_800));
        await _reading.ReadAsync(Cancellation);
        _asked.Should().Be(1);

        _time.Advance(TimeSpan.FromMilliseconds(100));
        await _reading.ReadAsync(Cancellation);
        _asked.Should().Be(2);
    }

    [Fact]
    public async Task What_nothing_was_heard_of_is_not_read_again()
    {
        await ListenAsync();
        var before = await _reading.ReadAsync(Cancellation);
        _time.Advance(TimeSpan.FromSeconds(3));

        var seen = await _reading.ReadAsync(Cancellation);
        (_asked, _askedOrders).Should().Be((1, 1));
        seen.Differs(before).Should().BeFalse("pages need not be shown anew");

        _happened.Enqueue(new("1", "", "shipment.dispatched", "shipment/SH-1", _time.GetUtcNow(), 1, "{}"));
        await HearAsync("shipment");
        _time.Advance(TimeSpan.FromSeconds(1));

        (await _reading.ReadAsync(Cancellation)).Differs(seen).Should().BeTrue();
        (_asked, _askedOrders).Should().Be((2, 1));
    }

    [Fact]
    public async Task Without_an_event_it_is_read_again_after_half_a_minute()
    {
        await ListenAsync();
        await _reading.ReadAsync(Cancellation);
        _time.Advance(TimeSpan.FromSeconds(30));

        await _reading.ReadAsync(Cancellation);

        (_asked, _askedOrders).Should().Be((2, 2));
    }

    [Fact]
    public async Task On_another_day_everything_is_read_again()
    {
        _time.SetUtcNow(new DateTimeOffset(2026, 8, 3, 23, 59, 50, TimeSpan.Zero));
        await ListenAsync();
        await _reading.ReadAsync(Cancellation);
        _time.Advance(TimeSpan.FromSeconds(10));

        await _reading.ReadAsync(Cancellation);

        (_asked, _askedOrders).Should().Be((2, 2));
    }

    [Fact]
    public async Task Who_leaves_does_not_stop_what_others_wait_for()
    {
        var answer = new TaskCompletionSource();
        _answering = answer.Task;
        using var leaving = new CancellationTokenSource();

        var leaver = _reading.ReadAsync(leaving.Token);
        var other = _reading.ReadAsync(Cancellation);
        await leaving.CancelAsync();
        await ((Func<Task>)(() => leaver)).Should().ThrowAsync<OperationCanceledException>();
        answer.SetResult();

        (await other).UnderWay.Shipments.Should().Be(2);
        _asked.Should().Be(1);
    }

    [Fact]
    public async Task The_worst_shipment_is_the_first_and_figures_are_those_of_their_lists()
    {
        var seen = await _reading.ReadAsync(Cancellation);

        seen.Shipments.Select(one => one.Id.Value).Should().Equal("SH-2", "SH-1");
        seen.Waiting.BackorderedUnits.Should().Be(191);
        seen.Ready.Orders.Should().Be(49);
        seen.IsNew.Should().BeFalse();
    }

    [Fact]
    public async Task What_could_not_be_read_leaves_what_was_and_is_tried_again()
    {
        var before = await _reading.ReadAsync(Cancellation);
        _time.Advance(TimeSpan.FromSeconds(2));
        _isCutOff = true;

        var trying = _reading.ReadAsync(Cancellation);
        for (; !trying.IsCompleted; await Task.Yield())
            _time.Advance(TimeSpan.FromMilliseconds(100));
        await ((Func<Task>)(() => trying)).Should().ThrowAsync<UnavailableException>();
        _reading.Latest.Should().Be(before);

        _isCutOff = false;
        _time.Advance(TimeSpan.FromSeconds(2));
        (await _reading.ReadAsync(Cancellation)).At.Should().Be(_time.GetUtcNow());
    }

    /// <summary>Somebody looks, for so long that nothing is unheard of.</summary>
    private async Task ListenAsync()
    {
        _feed.Watch(static _ => { });
        while (_feed.Heard.Since(DateTimeOffset.MaxValue.AddTicks(-1)))
            await Task.Yield();
        _time.Advance(TimeSpan.FromSeconds(3));
    }

    private async Task HearAsync(string kind)
    {
        for (var from = _time.GetUtcNow(); !_feed.Heard.Since(from, kind); await Task.Delay(20, Cancellation))
            _time.Advance(TimeSpan.FromMilliseconds(200));
    }

    private static ShipmentSummary Shipment(string id, ShipmentStanding standing) => new(
        id, "SO-1", "HAM", "AIR", null, null, ShipmentStatus.InTransit, null, new Eta(null, ""), null, 3,
        Standing: standing);
}
