using SupplyChain.Access;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Journal.ReadModels;

/// <summary>
/// What a caller sees that is limited to warehouses. O-1 left WH-1 and O-2 WH-2, O-12 holds units in both, O-3 waits
/// for WH-1 alone, and O-4 waits for any warehouse; the last two are late.
/// </summary>
public abstract class ScopeContract : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2030, 1, 1);
    private static readonly DateOnly Wanted = new(2029, 12, 1);
    private static readonly WarehouseScope One = new(["WH-1"]);
    private static readonly WarehouseScope Two = new(["WH-2", "WH-3"]);
    private static readonly WarehouseScope None = new(["WH-9"]);

    private readonly Func<IJournal, Task<ReadSide>> _open;
    private readonly World _world = new();
    private ReadSide _read = null!;

    private protected ScopeContract(Func<IJournal, Task<ReadSide>> open) => _open = open;

    private static PlannersDay Day => new(Today, new(Today, default, default));

    public async ValueTask InitializeAsync()
    {
        foreach (var site in new[] { "WH-1", "WH-2", "WH-3" })
            _world.Warehouse(site);
        foreach (var sku in new[] { "A", "B", "C" })
            _world.Product(sku);
        _world.Receive("R-1", "WH-1", ("A", 7));
        _world.Receive("R-2", "WH-2", ("A", 5), ("B", 9));
        _world.Place("O-1", World.OrderOf("A", 4, pinned: "WH-1"));
        _world.Place("O-2", World.OrderOf("A", 2, pinned: "WH-2"));
        _world.Place("O-12", new PlaceOrder(
            "CUST-1", new("FR"), [new(1, "A", 3, "WH-1"), new(2, "B", 2, "WH-2")], 3));
        _world.Place("O-3", World.OrderOf("A", 6, pinned: "WH-1") with { RequestedBy = Wanted });
        _world.Place("O-4", World.OrderOf("C", 1) with { RequestedBy = Wanted });
        foreach (var order in new[] { "O-1", "O-2", "O-12" })
            _world.Release(order);
        _world.Milestone("O-1~1", MilestoneKind.Delivered);
        _world.Milestone("O-2~1", MilestoneKind.Delivered);
        Request("T-12", "WH-1", "WH-2");
        Request("T-23", "WH-2", "WH-3");
        _read = await (await _open(_world.Journal)).CaughtUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _read.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Orders_are_seen_from_the_warehouses_that_serve_them_and_those_they_wait_for_alone()
    {
        (await OrdersAsync(One)).Should().BeEquivalentTo("O-1", "O-12", "O-3");
        (await OrdersAsync(Two)).Should().BeEquivalentTo("O-2", "O-12");
        (await OrdersAsync(None)).Should().BeEmpty();
        (await OrdersAsync(default)).Should().HaveCount(5);
    }

    [Fact]
    public async Task A_filter_narrows_what_is_seen_and_never_widens_it()
    {
        (await OrdersAsync(One, new(Warehouse: "WH-2"))).Should().BeEquivalentTo(
            ["O-12"], "the other orders of that warehouse are another's");
        (await OrdersAsync(One, new(Skus: ["A", "B"], Warehouses: ["WH-1", "WH-2"]))).Should().BeEquivalentTo(
            "O-1", "O-12");
        (await OrdersAsync(None, new(Customers: ["CUST-1"]))).Should().BeEmpty();
        (await _read.Models.StockAsync("demo", new(Warehouse: "WH-2"), new(), One)).Items.Should().BeEmpty();
        (await _read.Models.StockAsync("demo", new(Sku: "A"), new(Sort: "-onHand"), One)).Items
            .Should().ContainSingle().Which.Warehouse.Should().Be((WarehouseId)"WH-1");
        (await _read.Models.ShipmentsAsync("demo", new(Order: "O-12"), new(), Today, One)).Items
            .Should().ContainSingle().Which.Warehouse.Should().Be((WarehouseId)"WH-1");
        (await _read.Models.ShipmentsAsync("demo", new(Warehouse: "WH-2"), new(), Today, One)).Items
            .Should().BeEmpty();
    }

    [Fact]
    public async Task Counts_are_of_what_is_seen()
    {
        (await _read.Models.CountOrdersAsync("demo", new(), Today, One)).Orders.Should().Be(3);
        (await _read.Models.CountOrdersAsync("demo", new(Waiting: true), Today, Two)).Orders.Should().Be(0);
        (await _read.Models.CountShipmentsAsync("demo", new(), Today, One)).Shipments.Should().Be(2);
        (await _read.Models.CountShipmentsAsync("demo", new(), Today, None)).Shipments.Should().Be(0);
    }

    [Fact]
    public async Task Transfers_are_seen_from_both_ends()
    {
        (await TransfersAsync(One)).Should().Equal("T-12");
        (await TransfersAsync(Two)).Should().Equal("T-12", "T-23");
        (await TransfersAsync(new(["WH-3"]))).Should().Equal("T-23");
        (await TransfersAsync(None)).Should().BeEmpty();
        (await _read.Models.TransfersAsync("demo", new(From: ["WH-2"]), new(), One)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Warehouses_and_their_figures_are_the_callers_own()
    {
        (await _read.Models.WarehousesAsync("demo", new(), Two)).Items.Select(site => site.Id.Value)
            .Should().Equal("WH-2", "WH-3");
        (await _read.Models.WarehouseSummaryAsync("demo", new(), new(), One)).Items.Select(site => site.Id.Value)
            .Should().Equal("WH-1");
    }

    [Fact]
    public async Task All_products_are_seen_with_the_figures_of_the_callers_warehouses()
    {
        (await _read.Models.StockSummaryAsync("demo", new(), new(), Two)).Items.Select(product =>
            (product.Sku.Value, product.OnHand, product.Waiting, product.Warehouses)).Should().Equal(
                ("A", 3L, 5L, 1), ("B", 9L, 0L, 1), ("C", 0L, 0L, 0));
        (await _read.Models.StockSummaryAsync("demo", new(), new(Sort: "sku"), One)).Items.Select(product =>
            (product.Sku.Value, product.OnHand, product.Waiting)).Should().Equal(
                ("A", 3L, 11L), ("B", 0L, 0L), ("C", 0L, 0L));
    }

    [Fact]
    public async Task Who_holds_and_who_waits_are_those_of_the_callers_warehouses()
    {
        (await HoldersAsync(One)).Should().BeEquivalentTo("O-12", "O-3", "transfer/T-12");
        (await HoldersAsync(new(["WH-3"]))).Should().BeEmpty();
        (await _read.Models.BooksAsync("demo", "A", One))!.Received.Should().Be(7);
        (await _read.Models.BooksAsync("demo", "B", One)).Should().BeNull();
    }

    [Fact]
    public async Task Exceptions_are_those_of_what_is_seen()
    {
        var all = await ExceptionsAsync(default);
        all.Should().Contain(["order/O-3", "order/O-4"]);

        (await ExceptionsAsync(One)).Should().Contain("order/O-3").And.NotContain("order/O-4");
        (await ExceptionsAsync(Two)).Should().NotContain(["order/O-3", "order/O-4"]);
        (await ExceptionsAsync(None)).Should().BeEmpty();
        var query = new ListExceptions(null, null, new());
        (await _read.Models.CountExceptionsAsync("demo", query, Day, None)).Exceptions.Should().Be(0);
        (await _read.Models.CountExceptionsAsync("demo", query, Day, One)).Exceptions.Should().Be(
            (await ExceptionsAsync(One)).Count);
        var waiting = (await _read.Models.ExceptionsAsync("demo", query, Day)).Items
            .First(entry => entry.Entity == "order/O-3").Id;
        (await _read.Models.ExceptionAsync("demo", waiting, Day, One)).Should().NotBeNull();
        (await _read.Models.ExceptionAsync("demo", waiting, Day, Two)).Should().BeNull();
    }

    [Fact]
    public async Task Figures_are_added_up_from_those_of_each_warehouse()
    {
        var every = await KpisAsync(default);
        every.Total.LinesDelivered.Should().Be(2);
        (await KpisAsync(One)).Total.LinesDelivered.Should().Be(1);
        (await KpisAsync(new(["WH-1", "WH-2"]))).Total.UnitsShipped.Should().Be(every.Total.UnitsShipped);
        (await KpisAsync(One, KpiGrouping.Warehouse)).Groups!.Value.Select(group => group.Key).Should().Equal("WH-1");
        (await KpisAsync(None, KpiGrouping.Warehouse)).Groups!.Value.Should().BeEmpty();
    }

    private void Request(string id, string from, string to) => _world.Do<Transfer, TransferEvent>(
        id, state => Transfer.Decide(state, id, new(from, to, [new("A", 5)]), "digest"));

    private async Task<IEnumerable<string>> OrdersAsync(WarehouseScope scope, OrderQuery? query = null)
    {
        var listed = (await _read.Models.OrdersAsync("demo", query ?? new(), Today, new(), scope)).Items
            .Select(order => order.Number.Value).ToArray();
        (await _read.Models.OrdersAsync("demo", query ?? new(), Today, new(Sort: "customer"), scope)).Items
            .Select(order => order.Number.Value).Should().BeEquivalentTo(listed, "a sort leaves nothing out");
        return listed;
    }

    private async Task<IEnumerable<string>> TransfersAsync(WarehouseScope scope) =>
        (await _read.Models.TransfersAsync("demo", new(), new(), scope)).Items.Select(transfer => transfer.Id.Value);

    private async Task<IEnumerable<string>> HoldersAsync(WarehouseScope scope) =>
        (await _read.Models.HoldersAsync("demo", new("A"), new(), scope)).Items
            .Select(holder => holder.Owner.Text).Distinct();

    private async Task<IReadOnlyList<string>> ExceptionsAsync(WarehouseScope scope) =>
        [.. (await _read.Models.ExceptionsAsync("demo", new(null, null, new()), Day, scope)).Items
            .Select(entry => entry.Entity)];

    private Task<KpiReply> KpisAsync(WarehouseScope scope, KpiGrouping? groupBy = null) =>
        _read.Models.KpisAsync("demo", new(null, null, groupBy), Today, scope);
}
