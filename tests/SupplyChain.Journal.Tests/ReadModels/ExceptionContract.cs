using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using static SupplyChain.Operations.ExceptionKind;

namespace SupplyChain.Journal.ReadModels;

public abstract class ExceptionContract : IAsyncLifetime
{
    private readonly Func<IJournal, Task<ReadSide>> _open;
    private readonly World _world = new();
    private DateOnly _today = DateOnly.FromDateTime(Appending.Now.Date);
    private ReadSide _read = null!;

    private protected ExceptionContract(Func<IJournal, Task<ReadSide>> open) => _open = open;

    public async ValueTask InitializeAsync()
    {
        _world.Warehouse("WH-1");
        _world.Warehouse("WH-2");
        _world.Product("A");
        _world.Receive("R-1", "WH-1", ("A", 10));
        _read = await _open(_world.Journal);
    }

    public async ValueTask DisposeAsync()
    {
        await _read.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_short_shipment_is_open_until_it_leaves()
    {
        _world.Place("O-1", "A", 10);
        _world.Release("O-1");
        _world.Adjust("ADJ-1", "WH-1", "A", -3);

        var open = (await ReadAsync(Short)).Should().ContainSingle().Subject;
        _world.Milestone("O-1~1", MilestoneKind.Dispatched);
        var resolved = (await ReadAsync(Short)).Should().ContainSingle().Subject;

        (open.Status, open.Entity, open.Units).Should().Be((ExceptionStatus.Open, "shipment/O-1~1", 3));
        open.Reason.Should().NotBeEmpty();
        open.Suggestion.Should().NotBeEmpty();
        resolved.Should().Be(open with { Status = ExceptionStatus.Resolved });
    }

    [Fact]
    public async Task A_line_that_lost_units_and_waits_is_open_until_it_is_served()
    {
        _world.Place("O-1", "A", 10);
        _world.Adjust("ADJ-1", "WH-1", "A", -3);
        (await ReadAsync(ReservationDropped)).Should().ContainSingle()
            .Which.Should().Match<ExceptionEntry>(entry =>
                entry.Status == ExceptionStatus.Open && entry.Entity == "order/O-1" && entry.Units == 3);

        _world.Receive("R-2", "WH-1", ("A", 3));
        _world.Replenish("A");

        (await ReadAsync(ReservationDropped)).Should().ContainSingle()
            .Which.Status.Should().Be(ExceptionStatus.Resolved);
    }

    [Fact]
    public async Task A_picked_shipment_in_a_closed_warehouse_is_open_until_it_is_cancelled()
    {
        Pick("O-1");
        _world.Close("WH-1");
        _world.Leave("O-1", "WH-1");
        var open = (await ReadAsync(WarehouseClosed)).Should().ContainSingle().Subject;

        _world.CancelShipment("O-1~1");

        (open.Status, open.Entity, open.Units).Should().Be((ExceptionStatus.Open, "shipment/O-1~1", 10));
        (await ReadAsync(WarehouseClosed)).Should().Equal(open with { Status = ExceptionStatus.Resolved });
    }

    [Fact]
    public async Task Or_until_the_warehouse_opens_and_it_stays_listed_when_it_leaves_later()
    {
        Pick("O-1");
        _world.Close("WH-1");
        var open = (await ReadAsync(WarehouseClosed)).Should().ContainSingle().Subject;

        _world.Open("WH-1");
        var resolved = (await ReadAsync(WarehouseClosed)).Should().ContainSingle().Subject;
        _world.Milestone("O-1~1", MilestoneKind.Dispatched);

        resolved.Should().Be(open with { Status = ExceptionStatus.Resolved });
        (await ReadAsync(WarehouseClosed)).Should().Equal(resolved);
        _world.Close("WH-1");
        (await ReadAsync(WarehouseClosed)).Should().Equal([resolved], "it has left");
    }

    [Fact]
    public async Task A_shipment_that_left_before_or_was_picked_after_a_closing_was_never_touched_by_it()
    {
        _world.Close("WH-1");
        _world.Open("WH-1");
        Pick("O-1");
        _world.Milestone("O-1~1", MilestoneKind.Dispatched);
        _world.Close("WH-1");

        (await ReadAsync(WarehouseClosed)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_pinned_line_that_waits_for_a_closed_warehouse_is_open_until_it_opens()
    {
        _world.Place("O-1", World.OrderOf("A", 4, pinned: "WH-2"));
        (await ReadAsync(PinnedUnavailable)).Should().BeEmpty("it is only out of stock");

        _world.Close("WH-2");
        var open = (await ReadAsync(PinnedUnavailable)).Should().ContainSingle().Subject;
        _world.Open("WH-2");

        (open.Entity, open.Units, open.Status).Should().Be(("order/O-1", 4, ExceptionStatus.Open));
        (await ReadAsync(PinnedUnavailable)).Should().Equal(open with { Status = ExceptionStatus.Resolved });
        _world.Close("WH-2");
        (await ReadAsync(PinnedUnavailable)).Should().ContainSingle().Which.Status.Should().Be(ExceptionStatus.Open);
        _world.Cancel("O-1");
        (await ReadAsync(PinnedUnavailable))
            .Should().ContainSingle().Which.Status.Should().Be(ExceptionStatus.Resolved);
    }

    [Fact]
    public async Task An_order_is_late_from_the_day_after_its_date_until_it_is_delivered()
    {
        _world.Place("O-1", World.OrderOf("A", 4) with { RequestedBy = _today });
        (await ReadAsync(Late)).Should().BeEmpty();

        NextDay();
        var late = (await ReadAsync(Late)).Should().ContainSingle().Subject;
        _world.Release("O-1");
        _world.Milestone("O-1~1", MilestoneKind.Delivered);

        (late.Entity, late.Units, late.Since).Should().Be(
            ("order/O-1", 4, new DateTimeOffset(_today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)));
        (await ReadAsync(Late)).Should().Equal(late with { Status = ExceptionStatus.Resolved });
    }

    [Fact]
    public async Task An_order_that_is_wanted_later_is_not_late_any_more_until_that_day_has_passed()
    {
        _world.Place("O-1", World.OrderOf("A", 4) with { RequestedBy = _today });
        NextDay();
        _world.Amend("O-1", new(_today));
        (await ReadAsync(Late)).Should().ContainSingle().Which.Status.Should().Be(ExceptionStatus.Resolved);

        NextDay();
        (await ReadAsync(Late)).Should().ContainSingle().Which.Status.Should().Be(ExceptionStatus.Open);
    }

    [Fact]
    public async Task An_order_that_was_in_time_was_never_late()
    {
        _world.Place("O-1", World.OrderOf("A", 4) with { RequestedBy = _today });
        _world.Release("O-1");
        _world.Milestone("O-1~1", MilestoneKind.Delivered);
        NextDay();

        (await ReadAsync(Late)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_risk_ends_and_begins_with_the_date_of_the_order()
    {
        _world.Place("O-1", World.OrderOf("A", 4) with { RequestedBy = _today.AddDays(90) });
        _world.Release("O-1", new ReleaseShipment("S-1", [1], Mode: "Ocean"));
        (await ReadAsync(AtRisk)).Should().BeEmpty();

        _world.Amend("O-1", new(_today));
        (await ReadAsync(AtRisk)).Should().ContainSingle().Which.Status.Should().Be(ExceptionStatus.Open);
        _world.Amend("O-1", new(_today.AddDays(90)));
        (await ReadAsync(AtRisk)).Should().ContainSingle().Which.Status.Should().Be(ExceptionStatus.Resolved);
    }

    [Fact]
    public async Task Exceptions_of_several_kinds_can_be_asked_for()
    {
        _world.Place("O-1", World.OrderOf("A", 4) with { RequestedBy = _today });
        _world.Release("O-1", new ReleaseShipment("S-1", [1], Mode: "Ocean"));
        NextDay();
        await _read.CaughtUpAsync();

        var both = await _read.Models.ExceptionsAsync("demo", new(null, null, new(), [], [Late, AtRisk]), Day);
        var open = await _read.Models.ExceptionsAsync(
            "demo", new(ExceptionStatus.Open, null, new(), [], [Late, AtRisk]), Day);

        both.Items.Select(entry => entry.Kind).Should().BeEquivalentTo([Late, AtRisk]);
        open.Items.Select(entry => entry.Kind).Should().Equal(Late);
    }

    [Fact]
    public async Task A_shipment_expected_after_its_promise_is_at_risk_until_that_day_has_passed()
    {
        _world.Place("O-1", World.OrderOf("A", 4) with { RequestedBy = _today });
        _world.Release("O-1", new ReleaseShipment("S-1", [1], Mode: "Ocean"));
        (await ReadAsync(AtRisk)).Should().ContainSingle().Which.Status.Should().Be(ExceptionStatus.Open);

        _today = _today.AddDays(1);

        (await ReadAsync(AtRisk)).Should().ContainSingle().Which.Status.Should().Be(ExceptionStatus.Resolved);
        (await ReadAsync(Late)).Should().ContainSingle();
    }

    [Fact]
    public async Task Exceptions_come_newest_first_in_pages_and_by_status()
    {
        for (var i = 1; i <= 5; i++)
        {
            _world.Place($"O-{i}", World.OrderOf("A", 1) with { RequestedBy = _today.AddDays(-i) });
        }
        var seen = new List<string>();
        for (PageQuery? page = new(2); page is not null;)
        {
            await _read.CaughtUpAsync();
            var part = await _read.Models.ExceptionsAsync("demo", new(ExceptionStatus.Open, null, page), Day);
            seen.AddRange(part.Items.Select(entry => entry.Entity));
            page = part.Next is null ? null : page with { After = part.Next };
        }

        seen.Should().Equal("order/O-1", "order/O-2", "order/O-3", "order/O-4", "order/O-5");
        (await _read.Models.ExceptionsAsync("demo", new(ExceptionStatus.Resolved, null, new()), Day)).Items
            .Should().BeEmpty();
    }

    [Fact]
    public async Task An_import_that_refused_rows_is_open_until_the_next_one_of_its_profile_refuses_none()
    {
        _world.Import("I-1", "erp", refused: 2);
        _world.Import("I-2", "carrier", refused: 0);
        var open = (await ReadAsync(ImportRowRefused)).Should().ContainSingle().Subject;

        _world.Import("I-3", "erp", refused: 0);

        (open.Status, open.Entity).Should().Be((ExceptionStatus.Open, "import/erp"));
        open.Reason.Should().Contain("I-1").And.Contain("2 of 10");
        (await ReadAsync(ImportRowRefused)).Should().ContainSingle().Which.Status.Should().Be(ExceptionStatus.Resolved);
    }

    private void Pick(string number)
    {
        _world.Place(number, "A", 10);
        _world.Release(number);
        _world.Milestone($"{number}~1", MilestoneKind.Picked);
    }

    private PlannersDay Day => new(_today, _world.Now);

    private void NextDay()
    {
        _today = _today.AddDays(1);
        _world.Now = _world.Now.AddDays(1);
    }

    private async Task<Items<ExceptionEntry>> ReadAsync(ExceptionKind kind)
    {
        await _read.CaughtUpAsync();
        return (await _read.Models.ExceptionsAsync("demo", new(null, kind, new()), Day)).Items;
    }
}
