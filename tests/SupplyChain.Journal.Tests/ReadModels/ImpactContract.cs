using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using static SupplyChain.Operations.ExceptionKind;

namespace SupplyChain.Journal.ReadModels;

public abstract class ImpactContract : IAsyncLifetime
{
    private readonly Func<IJournal, Task<ReadSide>> _open;
    private readonly World _world = new();
    private DateOnly _today = DateOnly.FromDateTime(Appending.Now.Date);
    private ReadSide _read = null!;

    private protected ImpactContract(Func<IJournal, Task<ReadSide>> open) => _open = open;

    public async ValueTask InitializeAsync()
    {
        _world.Warehouse("WH-1");
        _world.Warehouse("WH-2");
        _world.Product("A");
        _world.Product("B");
        _world.Receive("R-1", "WH-1", ("A", 100), ("B", 100));
        _read = await _open(_world.Journal);
    }

    public async ValueTask DisposeAsync()
    {
        await _read.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_short_shipment_names_everything_it_is_about()
    {
        _world.Place("O-1", World.OrderOf("A", 10) with { Priority = 2, RequestedBy = _today.AddDays(90) });
        _world.Release("O-1");
        _world.Adjust("ADJ-1", "WH-1", "A", -93);

        var entry = (await ListAsync(new() { Kinds = [Short] })).Should().ContainSingle().Subject;

        (entry.Order, entry.Line, entry.Sku, entry.Warehouse, entry.Shipment, entry.Customer, entry.Priority)
            .Should().Be((
                new OrderId("O-1"), 1, new("A"), new("WH-1"), new("O-1~1"),
                World.OrderOf("A", 10).Customer, 2));
        entry.Promise.Should().Be(_today.AddDays(90));
        entry.Expected.Should().NotBeNull("a released shipment has an estimate");
        entry.Impact.Should().Be(new ExceptionImpact(3, 1, 0, 3 * 4), "three units of priority 2 are short, none late");
    }

    [Fact]
    public async Task Lateness_weighs_by_its_days_and_stays_as_it_was_when_it_ended()
    {
        _world.Place("O-1", World.OrderOf("A", 10) with { Priority = 3, RequestedBy = _today });
        NextDays(4);

        var late = (await ListAsync(new() { Kinds = [Late] })).Should().ContainSingle().Subject;
        _world.Release("O-1");
        _world.Milestone("O-1~1", MilestoneKind.Delivered);
        NextDays(5);
        var ended = (await ListAsync(new() { Kinds = [Late] })).Should().ContainSingle().Subject;

        late.Impact.Should().Be(new ExceptionImpact(10, 1, 4, 10 * 3 * 4));
        (ended.Status, ended.Impact).Should().Be((ExceptionStatus.Resolved, late.Impact));
    }

    [Fact]
    public async Task Risk_weighs_by_the_days_it_is_expected_behind_its_promise()
    {
        _world.Place("O-1", World.OrderOf("A", 10) with { Priority = 5, RequestedBy = _today });
        _world.Release("O-1", new ReleaseShipment("S-1", [1], Mode: "Ocean"));

        var risk = (await ListAsync(new() { Kinds = [AtRisk] })).Should().ContainSingle().Subject;

        var days = risk.Expected!.Value.DayNumber - _today.DayNumber;
        days.Should().BePositive();
        risk.Impact.Should().Be(new ExceptionImpact(10, 1, days, 10L * days));
    }

    [Fact]
    public async Task A_ranking_by_impact_begins_with_the_largest_and_pages_through_all()
    {
        for (var i = 1; i <= 5; i++)
        {
            _world.Place($"O-{i}", World.OrderOf("A", i * 3 % 7) with { RequestedBy = _today.AddDays(-1) });
        }
        await _read.CaughtUpAsync();
        var seen = new List<ExceptionEntry>();
        for (PageQuery? page = new(2, null, "-impact"); page is not null;)
        {
            var part = await _read.Models.ExceptionsAsync("demo", new(ExceptionStatus.Open, null, page), Day);
            seen.AddRange(part.Items);
            page = part.Next is null ? null : page with { After = part.Next };
        }

        seen.Select(entry => entry.Order!.Value.Value).Should().Equal("O-2", "O-4", "O-1", "O-3", "O-5");
        seen.Select(entry => entry.Impact!.Score).Should().BeInDescendingOrder();
    }

    [Fact]
    public async Task They_can_be_asked_for_by_what_they_are_about()
    {
        _world.Place("O-1", World.OrderOf("A", 10) with { RequestedBy = _today.AddDays(-1), Customer = "C-1" });
        _world.Place("O-2", World.OrderOf("B", 10) with { RequestedBy = _today.AddDays(-1), Customer = "C-2" });
        _world.Place("O-3", World.OrderOf("B", 4, pinned: "WH-2") with { RequestedBy = null, Customer = "C-2" });
        _world.Close("WH-2");

        (await ListAsync(new() { Skus = ["B"] })).Select(Kind).Should()
            .BeEquivalentTo([(Late, "O-2"), (PinnedUnavailable, "O-3")]);
        (await ListAsync(new() { Skus = ["b"] })).Should().BeEmpty("ids are case-sensitive");
        (await ListAsync(new() { Warehouses = ["WH-2"] })).Select(Kind).Should().Equal((PinnedUnavailable, "O-3"));
        (await ListAsync(new() { Warehouses = ["WH-1", "WH-2"] })).Should().HaveCount(3);
        (await ListAsync(new() { Warehouses = ["WH"] })).Should().BeEmpty("a part of an id is no id");
        (await ListAsync(new() { Orders = ["O-1"] })).Select(Kind).Should().Equal((Late, "O-1"));
        (await ListAsync(new() { Customers = ["C-2"] })).Should().HaveCount(2);
        (await ListAsync(new() { Customers = ["C-2"], Skus = ["A"] })).Should().BeEmpty();

        static (ExceptionKind, string) Kind(ExceptionEntry entry) => (entry.Kind, entry.Order!.Value.Value);
    }

    [Fact]
    public async Task A_count_says_what_the_list_shows_and_touches_each_order_and_unit_once()
    {
        _world.Place("O-1", World.OrderOf("A", 10) with { RequestedBy = _today.AddDays(-1) });
        _world.Place("O-2", World.OrderOf("A", 90) with { RequestedBy = _today.AddDays(-1) });
        _world.Adjust("ADJ-1", "WH-1", "A", -4);
        _world.Import("I-1", "erp", refused: 2);

        var open = new Wanted { Statuses = [ExceptionStatus.Open] };
        var listed = await ListAsync(open);
        var count = await _read.Models.CountExceptionsAsync("demo", Query(open), Day);

        listed.Select(entry => entry.Kind).Should()
            .BeEquivalentTo([Late, Late, ReservationDropped, ImportRowRefused]);
        count.Should().Be(new ExceptionCount(
            4, 100, 2, [new(Late, 2), new(ReservationDropped, 1), new(ImportRowRefused, 1)]));
        (await _read.Models.CountExceptionsAsync("demo", Query(open with { Kinds = [ReservationDropped] }), Day))
            .Should().Be(new ExceptionCount(1, 4, 1, [new(ReservationDropped, 1)]));
        (await _read.Models.CountExceptionsAsync("demo", Query(open with { Orders = ["O-9"] }), Day))
            .Should().Be(new ExceptionCount(0, 0, 0, []));
    }

    [Fact]
    public async Task A_refused_row_counts_as_a_unit_of_priority_3()
    {
        _world.Import("I-1", "erp", refused: 2);

        var entry = (await ListAsync(new())).Should().ContainSingle().Subject;

        (entry.Rows, entry.Order, entry.Impact).Should().Be((2, null, new ExceptionImpact(0, 0, 0, 2 * 3)));
    }

    [Fact]
    public async Task One_can_be_asked_for_by_its_id()
    {
        _world.Place("O-1", World.OrderOf("A", 10) with { RequestedBy = _today.AddDays(-1) });
        var listed = (await ListAsync(new())).Should().ContainSingle().Subject;

        (await _read.Models.ExceptionAsync("demo", listed.Id, Day)).Should().Be(listed);
        (await _read.Models.ExceptionAsync("other", listed.Id, Day)).Should().BeNull();
        (await _read.Models.ExceptionAsync("demo", "Late/order/O-9", Day)).Should().BeNull();
    }

    private PlannersDay Day => new(_today, _world.Now);

    private void NextDays(int days)
    {
        _today = _today.AddDays(days);
        _world.Now = _world.Now.AddDays(days);
    }

    private async Task<Items<ExceptionEntry>> ListAsync(Wanted wanted)
    {
        await _read.CaughtUpAsync();
        return (await _read.Models.ExceptionsAsync("demo", Query(wanted), Day)).Items;
    }

    private static ListExceptions Query(Wanted wanted) => new(
        null, null, new(), wanted.Statuses, wanted.Kinds, wanted.Warehouses, wanted.Skus, wanted.Orders,
        wanted.Customers);

    private sealed record Wanted
    {
        public Items<ExceptionStatus> Statuses { get; init; }
        public Items<ExceptionKind> Kinds { get; init; }
        public Items<Network.WarehouseId> Warehouses { get; init; }
        public Items<Inventory.Sku> Skus { get; init; }
        public Items<OrderId> Orders { get; init; }
        public Items<CustomerId> Customers { get; init; }
    }
}
