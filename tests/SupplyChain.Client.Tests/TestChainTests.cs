using System.Diagnostics;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Tenants;

namespace SupplyChain;

/// <summary>The chain that integrators test with is the real one.</summary>
public sealed class TestChainTests(TestChainTests.Shared shared) : IClassFixture<TestChainTests.Shared>
{
    private static readonly PlaceOrder Four = new("ACME", new("FR", 48.86, 2.35), [new(1, "LAMP", 4)]);

    private readonly SupplyChainTestChain _chain = shared.Chain;

    [Fact]
    public async Task It_decides_as_a_node_does()
    {
        var client = await StockedAsync(6);

        var first = await client.Orders.PlaceAsync("O-1", Four);
        var second = await client.Orders.PlaceAsync("O-2", Four);
        var again = await client.Orders.PlaceAsync("O-1", Four);
        var other = await client.Orders.PlaceAsync("O-1", Four with { Customer = "GLOBEX" });

        first.Value!.Status.Should().Be(OrderStatus.Allocated);
        second.Value!.Lines[0].Should().BeEquivalentTo(new { Allocated = 2L, Backordered = 2L });
        (again.Status, other.Refusal).Should().Be((ReplyStatus.Replayed, Refusal.Conflict));
    }

    [Theory]
    [InlineData(CallFailure.Busy, typeof(BusyException), false)]
    [InlineData(CallFailure.Unavailable, typeof(UnavailableException), false)]
    [InlineData(CallFailure.OverQuota, typeof(QuotaExceededException), false)]
    [InlineData(CallFailure.AnswerLost, typeof(UnavailableException), true)]
    public async Task A_call_fails_when_it_is_told_to_and_only_a_lost_answer_was_done(
        CallFailure failure, Type thrown, bool done)
    {
        var client = await StockedAsync(10);
        _chain.FailNext(failure, call: "order.place");
        (await client.Orders.GetAsync("O-1")).Should().BeNull("other calls pass");

        (await FluentActions.Awaiting(() => client.Orders.PlaceAsync("O-1", Four)).Should().ThrowAsync<Exception>())
            .Which.Should().BeOfType(thrown);

        (await client.Orders.GetAsync("O-1") is not null).Should().Be(done);
        (await client.Orders.PlaceAsync("O-1", Four)).Replayed.Should().Be(done);
        (await client.Inventory.GetStockAsync("LAMP")).Totals.Reserved.Should().Be(4);
    }

    [Fact]
    public async Task Failures_come_in_their_order_and_can_be_taken_back()
    {
        var client = await StockedAsync(10);
        _chain.FailNext(CallFailure.Busy, 2);
        _chain.FailNext(CallFailure.Unavailable, 5);

        await FluentActions.Awaiting(() => client.Orders.GetAsync("O-1")).Should().ThrowAsync<BusyException>();
        await FluentActions.Awaiting(() => client.Orders.GetAsync("O-1")).Should().ThrowAsync<BusyException>();
        await FluentActions.Awaiting(() => client.Orders.GetAsync("O-1")).Should().ThrowAsync<UnavailableException>();
        _chain.StopFailing();
        (await client.Orders.GetAsync("O-1")).Should().BeNull();
    }

    [Fact]
    public async Task Days_pass_when_they_are_told_to_and_what_was_not_delivered_is_late()
    {
        var client = await StockedAsync(10);
        var placed = (await client.Orders.PlaceAsync("O-1", Four)).EnsureAccepted();
        await client.Orders.ReleaseAsync("O-1", new(Shipments: [new("S-1", [1])]));
        await client.Shipments.RecordAsync("S-1", new("1", MilestoneKind.Dispatched));
        await _chain.SettleAsync();
        (await client.Orders.CountAsync(new(Late: true))).Orders.Should().Be(0);

        _chain.Clock.Advance(TimeSpan.FromDays(60));

        (await client.Orders.CountAsync(new(Late: true))).Orders.Should().Be(1);
        var delivered = await client.Shipments.RecordAsync("S-1", new("2", MilestoneKind.Delivered));
        delivered.Value!.Milestones[^1].OccurredAt.Should().BeCloseTo(_chain.Clock.Now, TimeSpan.FromMinutes(1));
        DateOnly.FromDateTime(_chain.Clock.Now.Date).Should().BeAfter(placed.Promise!.Value);
    }

    [Fact]
    public async Task Lists_show_everything_once_it_has_settled()
    {
        var client = await StockedAsync(1_000);
        var orders = Enumerable.Range(0, 100).Select(n => new NumberedOrder($"O-{n}", Four));

        var bulk = await client.Orders.PlaceManyAsync(orders);
        await _chain.SettleAsync();

        (bulk.Accepted, bulk.Unanswered).Should().Be((100, 0));
        (await client.Orders.CountAsync()).Orders.Should().Be(100);
    }

    [Fact]
    public async Task A_row_of_a_bulk_says_whether_to_place_it_again_now_or_when_the_quotas_day_is_over()
    {
        var client = await StockedAsync(1_000);
        (await client.Orders.PlaceAsync("O-0", Four)).EnsureAccepted();
        CallFailure[] failures =
            [CallFailure.OverQuota, CallFailure.Busy, CallFailure.OverQuota, CallFailure.AnswerLost];
        foreach (var failure in failures)
            _chain.FailNext(failure, call: "order.place");
        var bulk = await client.Orders.PlaceManyAsync(
            Enumerable.Range(1, 6).Select(n => new NumberedOrder($"O-{n}", Four)).Append(new("O-0", Four)));

        bulk.Should().BeEquivalentTo(
            new { OverQuota = 2, Unanswered = 2, Refused = 0 }, "they are apart from what is not known");
        (bulk.Accepted + bulk.Replayed).Should().Be(3);
        bulk.Rows.Should().OnlyContain(row => row.Reply == null ^ row.Failure == null);
        var over = bulk.Rows.Select(row => row.Failure).OfType<QuotaExceededException>().ToArray();
        over.Should().HaveCount(2).And.OnlyContain(
            failure => failure.EndsAt > _chain.Clock.Now && failure.EndsAt <= _chain.Clock.Now.AddDays(1));

        var again = await client.Orders.PlaceManyAsync(bulk.Rows.Select(row => new NumberedOrder(row.Number, Four)));
        again.Should().BeEquivalentTo(new { OverQuota = 0, Unanswered = 0, Refused = 0 });
        again.Rows.Should().OnlyContain(row => row.Reply!.Accepted);
    }

    [Fact]
    public async Task A_call_takes_milliseconds_and_nothing_is_left_behind()
    {
        var watch = Stopwatch.StartNew();
        var before = Folders();
        var then = new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);
        await using (var chain = await SupplyChainTestChain.StartAsync(then))
        {
            Folders().Except(before).Should().NotBeEmpty();
            chain.Clock.Now.Year.Should().Be(2030);
            await StockAsync(chain.Client, 1_000);
            await chain.Client.Orders.PlaceAsync("O-0", Four);
            watch.Restart();
            for (var n = 1; n <= 50; n++)
                (await chain.Client.Orders.PlaceAsync($"O-{n}", Four)).EnsureAccepted();
            watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5), "on a busy machine too");
            (await chain.Client.Orders.GetAsync("O-1"))!.PlacedAt!.Value.Year.Should().Be(2030);
        }
        Folders().Should().BeSubsetOf(before);
    }

    private static string[] Folders() => Directory.GetDirectories(Path.GetTempPath(), "supplychain-test-*");

    private async Task<SupplyChainClient> StockedAsync(long quantity)
    {
        var client = _chain.NewWorld();
        await StockAsync(client, quantity);
        return client;
    }

    private static async Task StockAsync(SupplyChainClient client, long quantity)
    {
        (await client.Warehouses.PutAsync("HAM", new("Hamburg", 53.55, 9.99, "DE"))).EnsureAccepted();
        (await client.Inventory.PutProductAsync("LAMP", new("Lamp"))).EnsureAccepted();
        (await client.Inventory.RecordReceiptAsync("R-1", new("HAM", [new("LAMP", quantity)]))).EnsureAccepted();
    }

    /// <summary>One chain for the class.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        public SupplyChainTestChain Chain { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Chain = await SupplyChainTestChain.StartAsync();

        public ValueTask DisposeAsync() => Chain.DisposeAsync();
    }
}
