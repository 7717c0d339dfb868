using SupplyChain.Operations;
using static SupplyChain.Operations.ExceptionStatus;

namespace SupplyChain.Journal.ReadModels;

public abstract class AttendedContract : IAsyncLifetime
{
    private const string Id = "Late/order/O-1";
    private readonly Func<IJournal, Task<ReadSide>> _open;
    private readonly World _world = new();
    private ReadSide _read = null!;

    private protected AttendedContract(Func<IJournal, Task<ReadSide>> open) => _open = open;

    private DateOnly Today => DateOnly.FromDateTime(_world.Now.Date);

    private PlannersDay Day => new(Today, _world.Now);

    public async ValueTask InitializeAsync()
    {
        _world.Warehouse("WH-1");
        _world.Product("A");
        _world.Receive("R-1", "WH-1", ("A", 10));
        _world.Place("O-1", World.OrderOf("A", 4) with { RequestedBy = Today.AddDays(-1) });
        _world.Place("O-2", World.OrderOf("A", 4) with { RequestedBy = Today.AddDays(-1) });
        _read = await _open(_world.Journal);
    }

    public async ValueTask DisposeAsync()
    {
        await _read.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_somebody_takes_care_of_is_listed_as_theirs()
    {
        await AttendAsync(new(Owner: "planning", Note: "carrier called"));

        (await IdsAsync(new(null, null, new(), Owners: ["planning"]))).Should().Equal(Id);
        (await IdsAsync(new(null, null, new(), Owned: false))).Should().Equal("Late/order/O-2");
        var entry = await OneAsync();
        (entry.Owner, entry.Note, entry.Version).Should().Be(("planning", "carrier called", 3));
    }

    [Fact]
    public async Task What_is_snoozed_is_out_of_sight_until_its_time_has_come()
    {
        await AttendAsync(new(SnoozedUntil: _world.Now.AddHours(1)));
        (await IdsAsync(new(Open, null, new(), Snoozed: false))).Should().Equal("Late/order/O-2");
        (await IdsAsync(new(Open, null, new(), Snoozed: true))).Should().Equal(Id);

        _world.Now = _world.Now.AddHours(1);

        (await IdsAsync(new(Open, null, new(), Snoozed: false))).Should().HaveCount(2);
        (await OneAsync()).SnoozedUntil.Should().BeNull();
    }

    [Fact]
    public async Task What_is_resolved_by_hand_opens_again_when_its_cause_begins_anew()
    {
        await AttendAsync(new(Status: Resolved, Reason: "the customer agreed"));
        (await IdsAsync(new(Open, null, new()))).Should().Equal("Late/order/O-2");
        (await OneAsync()).Resolution.Should().Be("the customer agreed");

        _world.Amend("O-1", new(Today.AddDays(5)));
        _world.Now = _world.Now.AddDays(9);
        var again = await OneAsync();

        (again.Status, again.Resolution).Should().Be((Open, null), "it is late against another date");
    }

    [Fact]
    public async Task A_rebuild_keeps_what_people_did()
    {
        await AttendAsync(new(Owner: "planning"));
        var before = await OneAsync();

        await _read.Projection.RebuildAsync().Soon();

        (await OneAsync()).Should().Be(before);
    }

    private async Task AttendAsync(AttendException command)
    {
        var entry = await OneAsync();
        _world.Do<ExceptionWork, ExceptionWorkEvent>(Id, work => ExceptionWork.Decide(work, command, entry.Since));
    }

    private async Task<ExceptionEntry> OneAsync()
    {
        await _read.CaughtUpAsync();
        return (await _read.Models.ExceptionAsync("demo", Id, Day))!;
    }

    private async Task<IEnumerable<string>> IdsAsync(ListExceptions query)
    {
        await _read.CaughtUpAsync();
        return (await _read.Models.ExceptionsAsync("demo", query, Day)).Items.Select(entry => entry.Id);
    }
}
