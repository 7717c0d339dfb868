using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Journal.ReadModels;

public abstract class ClosingContract : IAsyncLifetime
{
    private readonly Func<IJournal, Task<ReadSide>> _open;
    private readonly World _world = new();
    private ReadSide _read = null!;

    private protected ClosingContract(Func<IJournal, Task<ReadSide>> open) => _open = open;

    public async ValueTask InitializeAsync()
    {
        _world.Warehouse("WH-1");
        _world.Product("A");
        _world.Receive("R-1", "WH-1", ("A", 100));
        _read = await _open(_world.Journal);
    }

    public async ValueTask DisposeAsync()
    {
        await _read.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_is_held_and_not_picked_has_to_leave_by_priority_then_age()
    {
        _world.Place("O-1", World.OrderOf("A", 1) with { Priority = 5 });
        _world.Place("O-2", World.OrderOf("A", 1) with { Priority = 1 });
        _world.Place("O-3", World.OrderOf("A", 1) with { Priority = 1 });
        _world.Release("O-3");
        _world.Place("O-4", "A", 1);
        _world.Release("O-4");
        _world.Milestone("O-4~1", MilestoneKind.Dispatched);
        _world.Close("WH-1");

        (await ToMoveAsync()).Should().Equal("O-2", "O-3", "O-1");
    }

    [Fact]
    public async Task An_order_that_has_to_leave_names_each_of_its_products_once()
    {
        _world.Product("B");
        _world.Receive("R-2", "WH-1", ("B", 100));
        _world.Place("O-1", new("CUST-1", new("FR"), [new(1, "A", 1), new(2, "B", 1), new(3, "A", 2)]));
        _world.Close("WH-1");
        await _read.CaughtUpAsync();

        var move = (await _read.Models.OwnersToMoveAsync("demo", "WH-1")).Should().ContainSingle().Subject;

        move.Skus.Should().Equal("A", "B");
    }

    [Fact]
    public async Task A_picked_shipment_stays()
    {
        _world.Place("O-1", "A", 1);
        _world.Release("O-1");
        _world.Milestone("O-1~1", MilestoneKind.Picked);
        _world.Close("WH-1");

        (await ToMoveAsync()).Should().BeEmpty();
        (await _read.Models.ClosedWarehousesWithGoodsToMoveAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_closed_warehouse_is_watched_until_nothing_has_to_leave_it()
    {
        _world.Place("O-1", "A", 1);
        (await ClosedAsync()).Should().BeEmpty("it is open");
        _world.Close("WH-1");
        (await ClosedAsync()).Should().Equal("WH-1");

        _world.Leave("O-1", "WH-1");

        (await ClosedAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_keeps_a_map_of_the_network_hears_of_changes()
    {
        await _read.CaughtUpAsync();
        var seen = _read.Models.Changes;
        var change = _read.Models.WaitForChangeAsync(seen);
        _world.Product("B");
        await _read.CaughtUpAsync();
        change.IsCompleted.Should().BeFalse();

        _world.Warehouse("WH-2", 1, 2);
        await change.Soon();

        _read.Models.Changes.Should().BeGreaterThan(seen);
        (await _read.Models.ReadAsync("demo")).Should().HaveCount(2).And.Contain(warehouse => warehouse.Latitude == 1);
    }

    private async Task<IEnumerable<string>> ToMoveAsync()
    {
        await _read.CaughtUpAsync();
        return (await _read.Models.OwnersToMoveAsync("demo", "WH-1")).Select(move => move.Owner.Text);
    }

    private async Task<IEnumerable<string>> ClosedAsync()
    {
        await _read.CaughtUpAsync();
        return (await _read.Models.ClosedWarehousesWithGoodsToMoveAsync()).Select(closed => closed.Warehouse.Value);
    }
}
