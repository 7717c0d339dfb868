using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Journal.ReadModels;

public abstract class KpiContract : IAsyncLifetime
{
    private static readonly DateOnly Due = new(2026, 3, 10);
    private readonly Func<IJournal, Task<ReadSide>> _open;
    private readonly World _world = new();
    private DateOnly _today = new(2026, 3, 5);
    private ReadSide _read = null!;

    private protected KpiContract(Func<IJournal, Task<ReadSide>> open) => _open = open;

    public async ValueTask InitializeAsync()
    {
        _world.Warehouse("WH-1");
        _world.Product("A");
        _world.Receive("R-1", "WH-1", ("A", 1_000));
        _read = await _open(_world.Journal);
    }

    public async ValueTask DisposeAsync()
    {
        await _read.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Without_lines_there_are_no_percentages()
    {
        (await ReadAsync()).Should().Be(new KpiFigures(0, 0, null, null, null, 0, null, null, null));
    }

    [Theory]
    [InlineData("2026-03-10T23:59:00-08:00", 1)] // 11 March in UTC, and still the 10th where it was delivered
    [InlineData("2026-03-11T00:30:00+09:00", 0)] // 10 March in UTC, and the 11th where it was delivered
    public async Task A_delivery_counts_by_its_date_in_its_own_offset(string at, int onTime)
    {
        Deliver("O-1", at);

        var figures = await ReadAsync();

        (figures.LinesDelivered, figures.LinesOnTime, figures.OnTimePercent).Should().Be((1, onTime, onTime * 100m));
    }

    [Fact]
    public async Task Lines_without_a_scheduled_date_are_in_neither_figure()
    {
        Deliver("O-1", "2026-03-10T00:00:00Z");
        Deliver("O-2", "2026-03-11T00:00:00Z");
        Deliver("O-3", "2026-03-11T00:00:00Z", scheduled: false);

        var figures = await ReadAsync();

        (figures.LinesDelivered, figures.LinesOnTime, figures.OnTimePercent).Should().Be((3, 1, 50m));
        figures.OtifPercent.Should().Be(50m);
    }

    [Fact]
    public async Task Damaged_units_are_delivered_on_time_and_not_in_full()
    {
        Deliver("O-1", "2026-03-10T00:00:00Z", lines: new DeliveredLine(1, 4, 1));
        Deliver("O-2", "2026-03-10T00:00:00Z");

        var figures = await ReadAsync();

        (figures.LinesDelivered, figures.OnTimePercent, figures.OtifPercent).Should().Be((2, 100m, 50m));
    }

    [Fact]
    public async Task A_line_is_delivered_when_all_its_units_are()
    {
        Deliver("O-1", "2026-03-10T00:00:00Z", lines: new DeliveredLine(1, 4));

        (await ReadAsync()).LinesDelivered.Should().Be(0);
    }

    [Fact]
    public async Task Overdue_lines_count_against_on_time_in_full_alone()
    {
        Deliver("O-1", "2026-03-10T00:00:00Z");
        _world.Place("O-2", World.OrderOf("A", 5) with { RequestedBy = Due });
        (await ReadAsync()).OtifPercent.Should().Be(100m, "the 10th has not passed");

        _today = Due.AddDays(1);

        var figures = await ReadAsync();
        (figures.OnTimePercent, figures.OtifPercent).Should().Be((100m, 50m));
        (await ReadAsync(from: Due, to: Due.AddDays(1))).OtifPercent.Should().Be(50m);
        (await ReadAsync(from: Due.AddDays(1))).OtifPercent.Should().BeNull("it was due before");
    }

    [Fact]
    public async Task A_period_begins_with_its_first_day_and_ends_before_its_last()
    {
        Deliver("O-1", "2026-03-09T12:00:00Z");
        Deliver("O-2", "2026-03-10T12:00:00Z");
        Deliver("O-3", "2026-03-11T12:00:00Z");

        (await ReadAsync(from: new(2026, 3, 10), to: new(2026, 3, 11))).LinesDelivered.Should().Be(1);
        (await ReadAsync(from: new(2026, 3, 10))).LinesDelivered.Should().Be(2);
        (await ReadAsync(to: new(2026, 3, 10))).LinesDelivered.Should().Be(1);
    }

    [Fact]
    public async Task The_fill_rate_is_what_was_reserved_first_of_what_was_ordered()
    {
        _world.Place("O-1", "A", 900);
        _world.Place("O-2", "A", 300);
        _world.Receive("R-2", "WH-1", ("A", 200));
        _world.Replenish("A");

        (await ReadAsync()).FillRatePercent.Should().Be(83.33m, "1,000 of 1,200 were there at first");
    }

    [Fact]
    public async Task Values_of_one_currency_add_up_exactly_and_of_several_stay_apart()
    {
        Deliver("O-1", "2026-03-10T00:00:00Z", value: new(0.1m, "USD"));
        Deliver("O-2", "2026-03-10T00:00:00Z", value: new(999_999_999_999_999.2m, "USD"));
        var one = await ReadAsync();
        Deliver("O-3", "2026-03-10T00:00:00Z", value: new(7m, "EUR"));
        var two = await ReadAsync();

        (one.Value, one.Currency, one.Values).Should().Be((999_999_999_999_999.3m, "USD", null));
        (two.Value, two.Currency).Should().Be((null, null));
        two.Values!.Value.Should().Equal(new Money(7m, "EUR"), new Money(999_999_999_999_999.3m, "USD"));
        two.UnitsShipped.Should().Be(15);
    }

    [Fact]
    public async Task Groups_have_the_key_as_given_or_unknown()
    {
        Deliver("O-1", "2026-03-10T00:00:00Z", mode: "Air Charter");
        Deliver("O-2", "2026-03-12T00:00:00Z");
        await _read.CaughtUpAsync();

        (await GroupsAsync(KpiGrouping.Mode)).Should().Equal(("Air Charter", 1, 1), ("unknown", 1, 0));
        (await GroupsAsync(KpiGrouping.Country)).Should().Equal(("FR", 2, 1));
        (await GroupsAsync(KpiGrouping.Warehouse)).Should().Equal(("WH-1", 2, 1));
        (await GroupsAsync(KpiGrouping.Customer)).Should().Equal(("CUST-1", 2, 1));
    }

    [Fact]
    public async Task A_line_in_several_shipments_counts_under_the_last_delivery()
    {
        _world.Warehouse("WH-2");
        _world.Receive("R-2", "WH-2", ("A", 1_000));
        _world.Place("O-1", World.OrderOf("A", 1_500) with { RequestedBy = Due });
        _world.Release("O-1");
        var shipments = _world.Order("O-1").Shipments.Values.ToArray();
        shipments.Should().HaveCount(2);

        _world.Milestone(shipments[1].Plan.Id.Value, MilestoneKind.Delivered, Instant("2026-03-09T00:00:00Z"));
        await _read.CaughtUpAsync();
        (await ReadAsync()).LinesDelivered.Should().Be(0);
        _world.Milestone(shipments[0].Plan.Id.Value, MilestoneKind.Delivered, Instant("2026-03-11T00:00:00Z"));
        await _read.CaughtUpAsync();

        (await GroupsAsync(KpiGrouping.Warehouse)).Should().Equal((shipments[0].Plan.Warehouse.Value, 1, 0));
    }

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private void Deliver(
        string number, string at, string? mode = null, Money? value = null,
        DeliveredLine? lines = null, bool scheduled = true)
    {
        _world.Place(number, World.OrderOf("A", 5, value: value) with { RequestedBy = scheduled ? Due : null });
        _world.Release(number, new ReleaseShipment($"S-{number}", [1], Mode: mode));
        _world.Milestone($"S-{number}", MilestoneKind.Delivered, Instant(at), lines is null ? [] : [lines]);
    }

    private async Task<KpiFigures> ReadAsync(DateOnly? from = null, DateOnly? to = null)
    {
        await _read.CaughtUpAsync();
        return (await _read.Models.KpisAsync("demo", new(from, to, null), _today)).Total;
    }

    private async Task<IEnumerable<(string, long, long)>> GroupsAsync(KpiGrouping grouping) =>
        (await _read.Models.KpisAsync("demo", new(null, null, grouping), _today)).Groups!.Value
            .Select(group => (group.Key, group.Figures.LinesDelivered, group.Figures.LinesOnTime));
}
