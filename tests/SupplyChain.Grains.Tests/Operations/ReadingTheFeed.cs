using System.Text.Json;
using FluentAssertions;
using SupplyChain.Events;
using SupplyChain.Journal;
using SupplyChain.Orders;
using Xunit;

namespace SupplyChain.Operations;

/// <summary>Pages of the event feed, of an actor's journal.</summary>
public sealed class ReadingTheFeed(OneSilo silo)
{
    private const string WarehouseDefined = "supplychain.warehouse.defined.v1";

    private readonly World _world = silo.NewWorld();

    [Fact]
    public async Task A_page_is_filled_however_many_other_events_lie_between()
    {
        var feed = new EventFeedReader(new EventHistory(silo.Journal), TimeProvider.System);
        await ProductsAsync(700);
        await _world.Warehouses("WH-1");

        var page = await feed.ReadAsync(_world.Tenant, Position.Start, new(null, 1, [WarehouseDefined]));

        page.Events.Should().ContainSingle().Which.Subject.Should().Be("warehouse/WH-1");
    }

    [Fact]
    public async Task A_search_that_takes_too_long_goes_on_with_the_next_page_and_leaves_out_nothing()
    {
        await ProductsAsync(120);
        await _world.Warehouses("WH-1", "WH-2");
        await ProductsAsync(120, "Q");
        await _world.Warehouses("WH-3");
        var feed = new EventFeedReader(new EventHistory(silo.Journal), new EverLater());

        var (subjects, emptyPages) = await ReadAllAsync(feed, limit: 1, [WarehouseDefined]);

        subjects.Should().Equal("warehouse/WH-1", "warehouse/WH-2", "warehouse/WH-3");
        emptyPages.Should().BeGreaterThan(0, "a page stops after a second and says that it is not at the end");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000)]
    public async Task Pages_of_whatever_size_are_the_whole_feed(int limit)
    {
        await ProductsAsync(20);
        var feed = new EventFeedReader(new EventHistory(silo.Journal), TimeProvider.System);

        var (subjects, _) = await ReadAllAsync(feed, limit, ["supplychain.product.*"]);

        subjects.Should().BeEquivalentTo(Enumerable.Range(0, 20).Select(i => $"product/P{i}"))
            .And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_movement_of_stock_is_published_under_the_name_that_readers_know()
    {
        await _world.With("WH-1", "PUMP", 5);
        await _world.Adjust("WH-1", "PUMP", -2, "A-1");
        var feed = new EventFeedReader(new EventHistory(silo.Journal), TimeProvider.System);

        var all = await feed.ReadAsync(_world.Tenant, Position.Start, new(null, 100, ["supplychain.stock.*"]));
        var adjusted = await feed.ReadAsync(
            _world.Tenant, Position.Start, new(null, 100, ["supplychain.stock.adjusted.v1"]));
        var moved = await feed.ReadAsync(
            _world.Tenant, Position.Start, new(null, 100, ["supplychain.stock.moved.v1"]));

        all.Events.Select(read => read.Type).Should().Equal(
            "supplychain.stock.received.v1", "supplychain.stock.adjusted.v1");
        adjusted.Events.Should().ContainSingle().Which.Data.Should().StartWith(
            """{"adjustment":"A-1","delta":-2,"reason":"test","occurredAt":""");
        moved.Events.Should().BeEmpty("release 0.1 has a name for each of these movements");
    }

    [Fact]
    public async Task A_proposal_is_published_as_readers_know_it_however_it_is_stored()
    {
        const string name = "supplychain.order.allocation-proposed.v1";
        await _world.With("WH-1", "PUMP", 5);
        await _world.With("WH-2", "PUMP", 9);
        await _world.Place("O-1", "PUMP", 3);
        await _world.Eventually("O-1", order => order.Status == OrderStatus.Allocated);
        var feed = new EventFeedReader(new EventHistory(silo.Journal), TimeProvider.System);

        var page = await feed.ReadAsync(_world.Tenant, Position.Start, new(null, 100, [name]));

        var stored = (await silo.Journal.OpenAsync(
            new(_world.Tenant, Order.Kind, "O-1"), Order.StateSchema, TestContext.Current.CancellationToken)).Events;
        var row = stored.Should().ContainSingle(row => row.Type == "order.allocation-proposed").Which;
        row.Schema.Should().Be(2);
        var proposed = EventCodec.Decode<OrderEvent>(row.Type, row.Schema, row.Data);
        page.Events.Should().ContainSingle().Which.Data.Should().Be(
            JsonSerializer.Serialize(proposed, proposed.GetType(), EventCodec.Json))
            .And.StartWith("""{"units":[{"line":1,"attempt":1,"sku":"PUMP","warehouse":"WH-1","quantity":3,""")
            .And.Contain("\"rejected\":[{\"warehouse\":\"WH-2\",");
    }

    [Theory]
    [InlineData("supplychain.order.teleported.v1", "supplychain.order.placed.v1")]
    [InlineData("supplychain.warehouse.defined", "there are supplychain.warehouse.defined.v1, and")]
    [InlineData("warehouse.defined", "there are supplychain.warehouse.defined.v1, and")]
    [InlineData("order.*", "there are supplychain.order.*, and")]
    [InlineData("supplychain.nothing.*", "supplychain.order.*, supplychain.product.*")]
    [InlineData("*.v1", "supplychain.order.*, supplychain.product.*")]
    public async Task A_type_that_no_event_can_have_is_refused_with_those_that_may_be_meant(string type, string meant)
    {
        var feed = new EventFeedReader(new EventHistory(silo.Journal), TimeProvider.System);

        var read = () => feed.ReadAsync(_world.Tenant, Position.Start, new(null, 10, [WarehouseDefined, type]));

        var said = (await read.Should().ThrowAsync<UnknownEventTypeException>()).Which.Message;
        said.Should().Contain($"'{type}'").And.Contain(meant);
        said.Length.Should().BeLessThan(2_000, "nobody reads more of it");
    }

    private async Task ProductsAsync(int count, string prefix = "P") =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(i => _world.Product($"{prefix}{i}")));

    private async Task<(List<string> Subjects, int EmptyPages)> ReadAllAsync(
        EventFeedReader feed, int limit, Items<string> types)
    {
        var (subjects, empty) = (new List<string>(), 0);
        for (var after = Position.Start; ;)
        {
            var page = await feed.ReadAsync(_world.Tenant, after, new(null, limit, types));
            page.Events.Count.Should().BeLessThanOrEqualTo(limit);
            subjects.AddRange(page.Events.Select(read => read.Subject));
            empty += page.Events.Count == 0 ? 1 : 0;
            if (page.AtEnd)
                return (subjects, empty);
            Position.TryParse(page.Next, out after).Should().BeTrue();
        }
    }

    /// <summary>Two thirds of a second later whenever somebody looks.</summary>
    private sealed class EverLater : TimeProvider
    {
        private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => _now += TimeSpan.FromMilliseconds(667);
    }
}
