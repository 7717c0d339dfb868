using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Journal.ReadModels;

public abstract class ListContract : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2030, 1, 1);

    private readonly Func<IJournal, Task<ReadSide>> _open;
    private readonly World _world = Worlds.Busy();
    private ReadSide _read = null!;

    private protected ListContract(Func<IJournal, Task<ReadSide>> open) => _open = open;

    public async ValueTask InitializeAsync() => _read = await (await _open(_world.Journal)).CaughtUpAsync();

    public async ValueTask DisposeAsync()
    {
        await _read.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_order_is_listed_as_it_is()
    {
        var order = _world.Order("O-1");

        (await OrdersAsync(new(Text: "o-1"))).Single(item => item.Number == "O-1").Should().Be(new OrderSummary(
            "O-1", OrderStatus.Delivered, "CUST-1", 3, null, order.PlacedAt, 4, 0, ["WH-1"], order.Version,
            order.FirstPromise));
    }

    [Fact]
    public async Task Orders_come_newest_first()
    {
        var listed = await OrdersAsync(new());

        listed.Should().HaveCount(10);
        listed.Select(order => order.PlacedAt).Should().BeInDescendingOrder();
    }

    [Fact]
    public async Task Every_filter_of_the_list_of_orders_narrows_it()
    {
        var at = _world.Order("O-5").PlacedAt!.Value;

        (await NumbersAsync(new(Status: OrderStatus.Cancelled))).Should().Equal("O-7");
        (await NumbersAsync(new(Customer: "CUST-1"))).Should().HaveCount(10);
        (await NumbersAsync(new(Customer: "cust-1"))).Should().BeEmpty("identifiers are case-sensitive");
        (await NumbersAsync(new(Sku: "C"))).Should().Equal("O-3");
        (await NumbersAsync(new(Warehouse: "WH-3"))).Should().Equal("O-5", "O-4");
        (await NumbersAsync(new(Sku: "D", Warehouse: "WH-3"))).Should().Equal("O-5", "O-4");
        (await NumbersAsync(new(Sku: "D", Status: OrderStatus.Cancelled))).Should().BeEmpty();
        (await NumbersAsync(new(From: at))).Should().Equal("O-10", "O-9", "O-8", "O-7", "O-6", "O-5");
        (await NumbersAsync(new(To: at))).Should().Equal("O-4", "O-3", "O-2", "O-1");
        (await NumbersAsync(new(Text: "-1"))).Should().Contain(["O-1", "O-10"]);
        (await NumbersAsync(new(Text: "O_1"))).Should().BeEmpty("the text is no pattern");
    }

    [Fact]
    public async Task Several_values_of_a_filter_list_what_fits_any_of_them_once()
    {
        (await NumbersAsync(new(Statuses: [OrderStatus.Cancelled, OrderStatus.Delivered]))).Should().Equal(
            await UnionAsync(new(Status: OrderStatus.Cancelled), new(Status: OrderStatus.Delivered)));
        (await NumbersAsync(new(Customers: ["CUST-1", "cust-1", "x\"y\\"]))).Should().HaveCount(10);
        (await NumbersAsync(new(Sku: "C", Skus: ["D", "A"]))).Should().Equal(
            await UnionAsync(new(Sku: "A"), new(Sku: "C"), new(Sku: "D")));
        (await NumbersAsync(new(Warehouses: ["WH-1", "WH-3", "WH-3"]))).Should().Equal(
            await UnionAsync(new(Warehouse: "WH-1"), new(Warehouse: "WH-3")));
        (await NumbersAsync(new(Skus: ["C", "D"], Warehouses: ["WH-2", "WH-3"]))).Should().Equal(await UnionAsync(
            new(Sku: "C", Warehouse: "WH-2"), new(Sku: "C", Warehouse: "WH-3"), new(Sku: "D", Warehouse: "WH-3")));
        (await NumbersAsync(new(Warehouse: "WH-1", Statuses: [OrderStatus.Cancelled, OrderStatus.Delivered])))
            .Should().Equal(await UnionAsync(
                new(Warehouse: "WH-1", Status: OrderStatus.Cancelled),
                new(Warehouse: "WH-1", Status: OrderStatus.Delivered)));
        (await ShipmentsAsync(new(Orders: ["O-1", "O-8"]))).Should().Equal("O-8~1", "S-1");
        (await ShipmentsAsync(new(Statuses: [ShipmentStatus.Cancelled], Warehouses: ["WH-2", "WH-3"])))
            .Should().BeEmpty();
        (await ShipmentsAsync(new(Warehouses: ["WH-1", "WH-2"]))).Should().Equal(
            await ShipmentsAsync(new(Warehouse: "WH-1")));
        (await _read.Models.StockAsync("demo", new(Skus: ["A", "B"], Warehouses: ["WH-2", "WH-1"]), new())).Items
            .Select(level => $"{level.Sku}@{level.Warehouse}").Should().Equal("A@WH-1", "B@WH-1", "B@WH-2");
    }

    [Fact]
    public async Task Pages_of_several_values_go_on_where_the_one_before_ended()
    {
        var query = new OrderQuery(Warehouses: ["WH-1", "WH-2", "WH-3"]);
        var (seen, next) = (new List<string>(), default(string));
        do
        {
            var page = await _read.Models.OrdersAsync("demo", query, new(3, next));
            seen.AddRange(page.Items.Select(order => order.Number.Value));
            next = page.Next;
        }
        while (next is not null);

        seen.Should().Equal(await NumbersAsync(query)).And.OnlyHaveUniqueItems();
        seen.Should().HaveCountGreaterThan(3);
    }

    [Fact]
    public async Task Pages_stay_where_they_are_while_orders_come_in()
    {
        var first = await _read.Models.OrdersAsync("demo", new(), new(4));
        _world.Place("O-11", "B", 1);
        await _read.CaughtUpAsync();
        var second = await _read.Models.OrdersAsync("demo", new(), new(4, first.Next));
        var third = await _read.Models.OrdersAsync("demo", new(), new(4, second.Next));

        first.Items.Concat(second.Items).Concat(third.Items).Select(order => order.Number.Value)
            .Should().Equal("O-10", "O-9", "O-8", "O-7", "O-6", "O-5", "O-4", "O-3", "O-2", "O-1");
        third.Next.Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("§")]
    [InlineData("b3JkZXJzL3gveQ")] // orders/x/y
    [InlineData("c3RvY2svMS9C")] // stock/1/B
    public async Task A_cursor_that_was_never_given_out_is_malformed(string after)
    {
        var read = () => _read.Models.OrdersAsync("demo", new(), new(4, after));

        await read.Should().ThrowAsync<MalformedCursorException>();
    }

    [Fact]
    public async Task Stock_is_listed_by_product_and_warehouse()
    {
        var all = await _read.Models.StockAsync("demo", new(), new());
        var b = await _read.Models.StockAsync("demo", new(Sku: "B"), new(1));
        var rest = await _read.Models.StockAsync("demo", new(Sku: "B"), new(1, b.Next));

        all.Items.Select(level => $"{level.Sku}@{level.Warehouse}").Should().Equal(
            "A@WH-1", "B@WH-1", "B@WH-2", "C@WH-3", "D@WH-3");
        b.Items.Concat(rest.Items).Should().Equal(
            _world.Stock("B", "WH-1").Level(new("B", "WH-1"), IsWaitedFor("B")),
            _world.Stock("B", "WH-2").Level(new("B", "WH-2"), IsWaitedFor("B")));
        all.Items.Should().OnlyContain(level => level.Rationed && IsWaitedFor(level.Sku.Value));
        (await _read.Models.StockAsync("demo", new(Warehouse: "WH-3"), new())).Items.Should().HaveCount(2);
    }

    private bool IsWaitedFor(string sku) => Enumerable.Range(1, 10)
        .SelectMany(number => _world.Order($"O-{number}").Lines.Values)
        .Any(line => line.Sku == sku && line.Backordered > 0);

    [Fact]
    public async Task The_ledger_tells_every_movement_and_the_levels_after_it()
    {
        var ledger = (await _world.Journal.LedgerAsync("demo", new("A", "WH-1"), new()))!;

        ledger.Items.Select(entry => entry.Version).Should().BeInDescendingOrder();
        ledger.Items.Reverse().Select(entry => (entry.Type, entry.Quantity, entry.OnHand, entry.Reserved, entry.Cause))
            .Take(7).Should().Equal(
                ("stock.received", 10, 10, 0, "R-1"),
                ("stock.received", 5, 15, 0, "R-1"),
                ("stock.reserved", 4, 15, 4, "O-1/1/o1"),
                ("stock.issued", -4, 11, 0, "S-1"),
                ("stock.reserved", 3, 11, 3, "O-2/1/o1"),
                ("stock.issued", -3, 8, 0, "O-2~1"),
                ("stock.reserved", 8, 8, 8, "O-6/1/o1"));
        ledger.Items.Single(entry => entry.Type == "stock.reservations-dropped").Should().Match<LedgerEntry>(entry =>
            entry.Quantity == -2 && entry.OnHand == 8 && entry.Reserved == 6 && entry.Order == new OrderId("O-6"));
        (await _world.Journal.LedgerAsync("demo", new("A", "WH-9"), new())).Should().BeNull();
    }

    [Fact]
    public async Task Shipments_are_listed_by_number_and_filtered()
    {
        (await ShipmentsAsync(new())).Should().Equal("O-10~1", "O-2~1", "O-6~1", "O-8~1", "S-1");
        (await ShipmentsAsync(new(Status: ShipmentStatus.Cancelled))).Should().Equal("O-8~1");
        (await ShipmentsAsync(new(Order: "O-1"))).Should().Equal("S-1");
        (await ShipmentsAsync(new(Warehouse: "WH-2"))).Should().BeEmpty();
        (await _read.Models.ShipmentsAsync("demo", new(Order: "O-1"), new(), Today)).Items[0]
            .Should().Be(_world.Shipment("S-1").Summary("S-1", Today)! with
            {
                Customer = "CUST-1",
                ShipTo = new("FR"),
            });
    }

    [Fact]
    public async Task Warehouses_tell_how_far_their_closing_is()
    {
        _world.Place("O-12", "D", 1);
        _world.Close("WH-3");
        await _read.CaughtUpAsync();

        var warehouses = (await _read.Models.WarehousesAsync("demo", new())).Items;

        warehouses.Select(warehouse => warehouse.Closing).Should().Equal(
            new ClosingDetails(1, 2, 0), null, new ClosingDetails(2, 0, 0));
        (await _read.Models.ReadAsync("demo")).Select(warehouse => warehouse.Id.Value)
            .Should().Equal("WH-1", "WH-2", "WH-3");
    }

    [Fact]
    public async Task Nobody_sees_another_tenant()
    {
        (await _read.Models.OrdersAsync("other", new(), new())).Items.Should().BeEmpty();
        (await _read.Models.StockAsync("other", new(), new())).Items.Should().BeEmpty();
        (await _world.Journal.LedgerAsync("other", new("A", "WH-1"), new())).Should().BeNull();
        (await _read.Models.ProductsAsync("other", new())).Items.Should().BeEmpty();
        (await _read.Models.WarehousesAsync("other", new())).Items.Should().BeEmpty();
        (await _read.Models.ShipmentsAsync("other", new(), new(), Today)).Items.Should().BeEmpty();
        (await _read.Models.ExceptionsAsync("other", new(null, null, new()), new(new(2030, 1, 1), Appending.Now))).Items
            .Should().BeEmpty();
        (await _read.Models.KpisAsync("other", new(null, null, null), new(2030, 1, 1))).Total.LinesDelivered
            .Should().Be(0);
        (await _read.Models.OwnersToMoveAsync("other", "WH-1")).Should().BeEmpty();
    }

    private async Task<Items<OrderSummary>> OrdersAsync(OrderQuery query) =>
        (await _read.Models.OrdersAsync("demo", query, new())).Items;

    private async Task<IEnumerable<string>> NumbersAsync(OrderQuery query) =>
        (await OrdersAsync(query)).Select(order => order.Number.Value);

    /// <summary>What any of the queries lists, each order once, the newest first.</summary>
    private async Task<string[]> UnionAsync(params OrderQuery[] queries)
    {
        var any = new HashSet<OrderSummary>();
        foreach (var query in queries)
        {
            any.UnionWith(await OrdersAsync(query));
        }
        any.Should().NotBeEmpty();
        return [.. any.OrderByDescending(order => order.PlacedAt).Select(order => order.Number.Value)];
    }

    private async Task<IEnumerable<string>> ShipmentsAsync(ShipmentQuery query) =>
        (await _read.Models.ShipmentsAsync("demo", query, new(), Today)).Items.Select(shipment => shipment.Id.Value);
}
