using Microsoft.Extensions.Time.Testing;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Planner.Tower;

/// <summary>Many look at the control tower; the actors are asked once.</summary>
public sealed class TowerReadingTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 8, 3, 12, 0, 0, TimeSpan.Zero));
    private readonly ScriptedActors _actors = new();
    private readonly TowerReading _reading;
    private int _asked;
    private bool _isCutOff;
    private Task _answering = Task.CompletedTask;

    public TowerReadingTests()
    {
        _actors.On<IOrderQueriesGrain, OrderCount>("Count", (_, query) => Task.FromResult(
            ((OrderQuery)query!).Waiting ? new OrderCount(4, 200, 191, _time.GetUtcNow(), 0)
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
        var chain = SupplyChainClient.Over(
            _actors.Factory, new SupplyChainClientOptions { Deadline = TimeSpan.FromSeconds(1) }, _time);
        _reading = new(chain, new Names(chain, _time), _time);
    }

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

    private static ShipmentSummary Shipment(string id, ShipmentStanding standing) => new(
        id, "SO-1", "HAM", "AIR", null, null, ShipmentStatus.InTransit, null, new Eta(null, ""), null, 3,
        Standing: standing);
}
