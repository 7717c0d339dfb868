using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Journal.ReadModels;

/// <summary>
/// A lies in WH-1 and WH-2. O-1 has left with 4 of it; O-2, of the highest priority, has 6 in a shipment and waits for
/// 2; O-3 waits for 3. Both may come from WH-1 only.
/// </summary>
public abstract class StockFigureContract : IAsyncLifetime
{
    private readonly Func<IJournal, Task<ReadSide>> _open;
    private readonly World _world = new();
    private ReadSide _read = null!;

    private protected StockFigureContract(Func<IJournal, Task<ReadSide>> open) => _open = open;

    public async ValueTask InitializeAsync()
    {
        _world.Warehouse("WH-1");
        _world.Warehouse("WH-2");
        foreach (var sku in new[] { "A", "B", "C" })
        {
            _world.Product(sku);
        }
        _world.Receive("R-1", "WH-1", ("A", 10));
        _world.Receive("R-2", "WH-2", ("A", 5), ("B", 3));
        _world.Adjust("ADJ-1", "WH-2", "A", -1);
        _world.Place("O-1", World.OrderOf("A", 4, pinned: "WH-1"));
        _world.Release("O-1");
        _world.Milestone("O-1~1", MilestoneKind.Dispatched);
        _world.Place("O-3", World.OrderOf("A", 3, pinned: "WH-1") with { Priority = 5 });
        _world.Cancel("O-3");
        _world.Place("O-2", World.OrderOf("A", 8, pinned: "WH-1") with { Priority = 1 });
        _world.Release("O-2");
        _world.Place("O-4", World.OrderOf("A", 3, pinned: "WH-1") with { Priority = 5 });
        _read = await (await _open(_world.Journal)).CaughtUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _read.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_product_is_listed_with_its_stock_in_all_warehouses() =>
        (await SummaryAsync(new())).Should().Equal(
            new StockSummary("A", "Product A", 10, 6, 5, 2),
            new StockSummary("B", "Product B", 3, 0, 0, 1),
            new StockSummary("C", "Product C", 0, 0, 0, 0));

    [Fact]
    public async Task Every_filter_of_the_list_of_products_with_stock_narrows_it()
    {
        (await SkusAsync(new(Text: "a"))).Should().Equal("A");
        (await SkusAsync(new(Text: "product b"))).Should().Equal("B");
        (await SkusAsync(new(Text: "_"))).Should().BeEmpty("the text is no pattern");
        (await SkusAsync(new(Skus: ["C", "A", "c"]))).Should().Equal("A", "C");
        (await SkusAsync(new(OutOfStock: true))).Should().Equal("C");
        (await SkusAsync(new(Waiting: true))).Should().Equal("A");
        (await SummaryAsync(new(Warehouses: ["WH-2"]))).Should().Equal(
            new StockSummary("A", "Product A", 4, 0, 5, 1), new StockSummary("B", "Product B", 3, 0, 0, 1));
        (await SkusAsync(new(Warehouses: ["WH-1", "WH-2"], OutOfStock: true))).Should().BeEmpty();
        (await SkusAsync(new(Warehouses: ["WH-1"], OutOfStock: true))).Should().Equal("A");
    }

    [Fact]
    public async Task Products_come_in_the_order_of_any_figure_page_by_page()
    {
        foreach (var field in StockSummary.SortFields)
        {
            var all = await SummaryAsync(new(), $"-{field}");
            all.Select(product => product.Sku.Value).Should().BeEquivalentTo(["A", "B", "C"]);
            all.Select(product => Value(product, field)).Should().BeInDescendingOrder(
                Comparer<object>.Create((left, right) => left is string text
                    ? string.CompareOrdinal(text, (string)right)
                    : ((long)left).CompareTo((long)right)), "{0}", field);
        }

        static object Value(StockSummary product, string field) => field switch
        {
            "sku" => product.Sku.Value,
            "description" => product.Description,
            "onHand" => product.OnHand,
            "reserved" => product.Reserved,
            "available" => product.Available,
            "waiting" => product.Waiting,
            _ => (long)product.Warehouses,
        };
    }

    [Fact]
    public async Task Who_holds_a_product_and_who_waits_come_in_the_order_units_are_given()
    {
        var holders = await HoldersAsync(new("A"));

        holders.Select(holder => (holder.Owner.Text, holder.State, holder.Units, holder.Warehouse, holder.Place))
            .Should().Equal(
                ("O-2", HolderState.Reserved, 6, "WH-1", null),
                ("O-2", HolderState.Waiting, 2, "WH-1", 1),
                ("O-4", HolderState.Waiting, 3, "WH-1", 2));
        holders[0].Should().BeEquivalentTo(new { Line = 1, Customer = (Orders.CustomerId)"CUST-1", Priority = 1 });
        (await HoldersAsync(new("A", HolderState.Waiting), "-units")).Select(holder => (holder.Units, holder.Place))
            .Should().Equal((3, 2), (2, 1));
        (await HoldersAsync(new("A", HolderState.Reserved, ["WH-2"]))).Should().BeEmpty();
        (await HoldersAsync(new("B"))).Should().BeEmpty();
    }

    [Fact]
    public async Task What_has_left_is_held_no_more()
    {
        _world.Milestone("O-2~1", MilestoneKind.Dispatched);
        await _read.CaughtUpAsync();

        (await HoldersAsync(new("A", HolderState.Reserved))).Should().BeEmpty();
    }

    [Fact]
    public async Task Received_and_adjusted_is_what_is_on_hand_and_what_was_shipped()
    {
        var books = await _read.Models.BooksAsync("demo", "A");

        books.Should().BeEquivalentTo(new { Received = 15, Adjusted = -1, Shipped = 4, OnHand = 10, Balanced = true });
        (await _read.Models.BooksAsync("demo", "C")).Should().BeNull();
    }

    [Fact]
    public async Task A_level_that_its_ledger_does_not_explain_unbalances_the_books()
    {
        await _read.RestartAsync(() => _read.ExecuteAsync(
            "UPDATE stock SET on_hand = on_hand + 1 WHERE sku = 'A' AND warehouse = 'WH-2'"));

        var books = await _read.Models.BooksAsync("demo", "A");

        books.Should().BeEquivalentTo(new { OnHand = 11, Unbalanced = 1, Balanced = false });
    }

    [Fact]
    public async Task A_warehouse_is_listed_with_what_is_in_it_and_what_has_to_leave()
    {
        _world.Close("WH-2");
        await _read.CaughtUpAsync();
        WarehouseSummary one = new("WH-1", "Warehouse WH-1", WarehouseStatus.Open, null, 3, 6, 6, 2, 6);
        WarehouseSummary two = new("WH-2", "Warehouse WH-2", WarehouseStatus.Closed, null, 3, 7, 0, 0, 0);

        (await WarehousesAsync(new())).Should().Equal(one, two);
        (await WarehousesAsync(new(), "-onHand")).Should().Equal(two, one);
        (await WarehousesAsync(new(Statuses: [WarehouseStatus.Closed]))).Should().Equal(two);
        (await WarehousesAsync(new(Text: "wh-1"))).Should().Equal(one);
        (await WarehousesAsync(new(Countries: ["NL"]))).Should().BeEmpty();
    }

    [Fact]
    public async Task The_load_of_a_warehouse_says_what_waits_by_status()
    {
        var day = DateOnly.FromDateTime(_world.Now.UtcDateTime);

        var load = await _read.Models.WarehouseLoadAsync("demo", "WH-1", (day.AddDays(-1), day));

        load.Should().BeEquivalentTo(new
        {
            OnHand = 6, Reserved = 6, ReservedLines = 1, UnreleasedUnits = 0, PinnedLines = 2, PinnedUnits = 5,
            UnderWay = 1,
        });
        load.Waiting.Should().Equal(
            new WaitingShipments(ShipmentStatus.Planned, 1, 6),
            new WaitingShipments(ShipmentStatus.Picked, 0, 0),
            new WaitingShipments(ShipmentStatus.Packed, 0, 0));
    }

    [Fact]
    public async Task It_says_what_left_on_each_day_that_was_asked_for()
    {
        var left = _world.Shipment("O-1~1").Summary("O-1~1", default)!.DispatchedAt!.Value;
        var day = DateOnly.FromDateTime(left.UtcDateTime);

        (await SentAsync(day, day)).Should().Equal(new SentUnits(day, 1, 4));
        (await SentAsync(day.AddDays(-3), day.AddDays(3))).Should().Equal(new SentUnits(day, 1, 4));
        (await SentAsync(day.AddDays(1), day.AddDays(3))).Should().BeEmpty();

        async Task<Items<SentUnits>> SentAsync(DateOnly from, DateOnly to) =>
            (await _read.Models.WarehouseLoadAsync("demo", "WH-1", (from, to))).Sent;
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Pacific/Honolulu")]
    [InlineData("Asia/Kathmandu")]
    public async Task Its_days_are_those_of_the_warehouse(string zone)
    {
        await _read.RestartAsync(() => _read.ExecuteAsync(
            $"UPDATE warehouses SET time_zone = '{zone}' WHERE id = 'WH-1'"));
        var left = _world.Shipment("O-1~1").Summary("O-1~1", default)!.DispatchedAt!.Value;
        var day = DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTime(left, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);

        (await SentAsync(day)).Should().Equal(new SentUnits(day, 1, 4));
        (await SentAsync(day.AddDays(-1))).Should().BeEmpty();
        (await SentAsync(day.AddDays(1))).Should().BeEmpty();

        async Task<Items<SentUnits>> SentAsync(DateOnly on) =>
            (await _read.Models.WarehouseLoadAsync("demo", "WH-1", (on, on))).Sent;
    }

    private async Task<List<string>> SkusAsync(StockSummaryQuery query) =>
        [.. (await SummaryAsync(query)).Select(product => product.Sku.Value)];

    private Task<List<StockSummary>> SummaryAsync(StockSummaryQuery query, string? sort = null) =>
        AllAsync(page => _read.Models.StockSummaryAsync("demo", query, page), sort);

    private Task<List<StockHolder>> HoldersAsync(HolderQuery query, string? sort = null) =>
        AllAsync(page => _read.Models.HoldersAsync("demo", query, page), sort);

    private Task<List<WarehouseSummary>> WarehousesAsync(WarehouseSummaryQuery query, string? sort = null) =>
        AllAsync(page => _read.Models.WarehouseSummaryAsync("demo", query, page), sort);

    private static async Task<List<T>> AllAsync<T>(Func<PageQuery, Task<Page<T>>> read, string? sort)
    {
        List<T> all = [];
        string? after = null;
        do
        {
            var page = await read(new(1, after, sort));
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
