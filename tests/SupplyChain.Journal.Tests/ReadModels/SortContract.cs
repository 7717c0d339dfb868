using System.Text;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Journal.ReadModels;

public abstract class SortContract : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2030, 1, 1);

    private readonly Func<IJournal, Task<ReadSide>> _open;
    private readonly World _world = Worlds.Busy();
    private ReadSide _read = null!;

    private protected SortContract(Func<IJournal, Task<ReadSide>> open) => _open = open;

    public async ValueTask InitializeAsync()
    {
        _world.Receive("R-9", "WH-2", ("A", 1_000_000));
        for (var i = 20; i < 50; i++)
        {
            PlaceAnother($"P-{i}", i);
        }
        foreach (var i in new[] { 20, 23, 26, 29, 33, 34 })
        {
            _world.Release($"P-{i}", new ReleaseShipment($"S-{i}", [1], Mode: i % 2 == 0 ? "Air" : "ocean"));
            if (i % 2 == 0)
            {
                var delivered = _world.Now.AddHours(-i).ToOffset(new(i - 25, 0, 0));
                _world.Milestone($"S-{i}", MilestoneKind.Delivered, delivered);
            }
        }
        _read = await (await _open(_world.Journal)).CaughtUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _read.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Orders_come_in_the_order_of_any_of_their_fields_and_what_is_unknown_comes_last() =>
        await EachAsync(OrdersAsync, OrderSummary.SortFields, ["number"]);

    [Fact]
    public async Task So_do_shipments() => await EachAsync(
        page => _read.Models.ShipmentsAsync("demo", new(), page, Today), ShipmentSummary.SortFields, ["id"]);

    [Fact]
    public async Task So_do_stock_items() => await EachAsync(
        page => _read.Models.StockAsync("demo", new(), page), StockLevel.SortFields, ["sku", "warehouse"]);

    [Fact]
    public async Task So_do_imports_the_newest_first_when_nothing_is_said()
    {
        for (var i = 0; i < 7; i++)
        {
            _world.Import($"imp-{i % 3}{i}", i % 2 == 0 ? "orders" : "scms", i);
        }
        await _read.CaughtUpAsync();
        Task<Page<ImportSummary>> Imports(ImportQuery query, PageQuery page) =>
            _read.Models.ImportsAsync("demo", query, page);

        await EachAsync(page => Imports(new(), page), ImportSummary.SortFields, ["id"]);

        (await Imports(new(), new(3))).Items.Select(import => import.Id.Value)
            .Should().Equal("imp-06", "imp-25", "imp-14");
        var some = (await Imports(new(["scms"], [ImportStatus.Completed], false), new())).Items;
        some.Select(import => (import.FileName, import.Rows, import.Refused)).Should().Equal(
            ("imp-25.csv", 10, 5), ("imp-03.csv", 10, 3), ("imp-11.csv", 10, 1));
        (await Imports(new([], [], true), new())).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task So_do_warehouses() => await EachAsync(
        page => _read.Models.WarehousesAsync("demo", page), WarehouseDetails.SortFields, ["id"]);

    [Fact]
    public async Task So_do_exceptions_those_that_are_found_when_asked_for_as_well()
    {
        (await ExceptionsAsync(new())).Items.Select(entry => entry.Kind).Should().Contain(ExceptionKind.Late)
            .And.OnlyContain(kind => kind != 0);
        await EachAsync(ExceptionsAsync, ExceptionEntry.SortFields, ["id"]);
    }

    [Fact]
    public async Task Text_is_compared_by_code_point_whatever_language_it_is_in()
    {
        string[] texts = ["zebra", "Ärmel", "Zebra", "\uFF21", "😀", "a/b\"c\\d", "ärmel", "a", "\u00e9", "e\u0301"];
        for (var i = 0; i < texts.Length; i++)
        {
            var product = new PutProduct(texts[i], UnitWeightKg: i % 3 == 0 ? null : i / 8d);
            _world.Do<Product, ProductEvent>($"U-{i}", state => Product.Decide(state, product));
        }
        await _read.CaughtUpAsync();

        await EachAsync(page => _read.Models.ProductsAsync("demo", page), ProductDetails.SortFields, ["sku"]);
        var listed = await WalkAsync(page => _read.Models.ProductsAsync("demo", page), "description", 4);
        listed.Select(product => product.Description).Where(texts.Contains).Should().Equal(
            "Zebra", "a", "a/b\"c\\d", "e\u0301", "zebra", "Ärmel", "ärmel", "\u00e9", "\uFF21", "😀");
    }

    [Theory]
    [InlineData("-priority,placedAt")]
    [InlineData("status,-placedAt")]
    [InlineData("priority,-requestedBy,placedAt")]
    [InlineData("-placedAt,status,-number")]
    [InlineData("requestedBy,-units")]
    [InlineData("-backorderedUnits,customer,-requestedBy")]
    [InlineData("number,units")]
    public async Task The_first_field_counts_most_and_the_id_decides_last(string sort)
    {
        var all = (await OrdersAsync(new(1_000))).Items;

        foreach (var limit in new[] { 1, 7, 1_000 })
        {
            (await WalkAsync(OrdersAsync, sort, limit)).Should().Equal(
                SortedValues.InOrder(all, sort, "number"), "pages of {0}", limit);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_comes_in_or_changes_between_pages_every_other_order_is_listed_once(int seed)
    {
        var random = new Random(seed);
        for (var walk = 0; walk < 8; walk++)
        {
            var fields = random.GetItems(OrderSummary.SortFields.ToArray(), 3).Distinct();
            var sort = string.Join(',', fields.Select(field => random.Next(2) == 0 ? field : "-" + field));
            var before = (await OrdersAsync(new(1_000))).Items;
            var changed = new HashSet<string>();
            var listed = await WalkAsync(OrdersAsync, sort, random.Next(2, 9), async () =>
            {
                var number = $"P-{random.Next(20, 50)}";
                if (_world.Order(number).Status is OrderStatus.Allocated)
                {
                    changed.Add(number);
                    _world.Amend(number, new(Today.AddDays(random.Next(9)), Priority: random.Next(1, 6)));
                }
                PlaceAnother($"N-{seed}-{walk}-{random.Next(1_000_000)}", random.Next(100));
                await _read.CaughtUpAsync();
            });

            var unchanged = before.Where(order => !changed.Contains(order.Number.Value)).ToArray();
            unchanged.Should().HaveCountGreaterThan(10);
            listed.Where(unchanged.Contains).Should().Equal(
                SortedValues.InOrder(unchanged, sort, "number"), "it is sorted by {0}", sort);
        }
    }

    [Fact]
    public async Task A_filter_leaves_out_the_same_whatever_the_order()
    {
        OrderQuery[] queries =
        [
            new(Status: OrderStatus.Allocated), new(Statuses: [OrderStatus.Allocated, OrderStatus.Cancelled]),
            new(Skus: ["A", "B"]), new(Sku: "D", Warehouses: ["WH-2", "WH-3"]), new(Customer: "CUST-2", Text: "p-3"),
            new(From: _world.Order("O-5").PlacedAt), new(Customer: "nobody"),
        ];
        foreach (var query in queries)
        {
            var all = (await _read.Models.OrdersAsync("demo", query, new(1_000))).Items;
            (await WalkAsync(page => _read.Models.OrdersAsync("demo", query, page), "-priority,placedAt", 3))
                .Should().Equal(SortedValues.InOrder(all, "-priority,placedAt", "number"), "{0}", query);
        }
        var shipments = (await _read.Models.ShipmentsAsync("demo", new(Warehouse: "WH-2"), new(), Today)).Items;
        shipments.Should().NotBeEmpty();
        (await WalkAsync(page => _read.Models.ShipmentsAsync("demo", new(Warehouse: "WH-2"), page, Today), "-eta", 2))
            .Should().Equal(SortedValues.InOrder(shipments, "-eta", "id"));
        (await WalkAsync(page => _read.Models.OrdersAsync("other", new(), page), "priority", 2)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_place_in_a_list_belongs_to_the_order_it_was_given_out_for()
    {
        var places = new List<string>();
        foreach (var sort in new[] { null, "priority", "-priority", "priority,number", "requestedBy" })
        {
            places.Add((await OrdersAsync(new(3, null, sort))).Next!);
        }

        foreach (var sort in new[] { "-units", null, "priority,status" })
        {
            foreach (var place in places.Skip(sort is null ? 1 : 0))
            {
                var read = () => OrdersAsync(new(3, place, sort));
                await read.Should().ThrowAsync<MalformedCursorException>();
            }
        }
        var shipments = () => _read.Models.ShipmentsAsync("demo", new(), new(3, places[1], "status"), Today);
        await shipments.Should().ThrowAsync<MalformedCursorException>();
    }

    [Theory]
    [InlineData("[3]")]
    [InlineData("[3,4]")]
    [InlineData("[\"3\",\"P-20\"]")]
    [InlineData("[3.5,\"P-20\"]")]
    [InlineData("[null,\"P-20\"]")]
    [InlineData("[3,null]")]
    [InlineData("[3,\"P\\u0000\"]")]
    [InlineData("[3,\"P\\ud800\"]")]
    [InlineData("[1e99,\"P-20\"]")]
    [InlineData("3")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_place_that_was_never_given_out_is_malformed(string values)
    {
        var after = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"orders?priority/{values}"));

        var read = () => OrdersAsync(new(3, after, "priority"));

        await read.Should().ThrowAsync<MalformedCursorException>();
    }

    [Theory]
    [InlineData("", "''")]
    [InlineData("colour", "'colour'")]
    [InlineData("Priority", "'Priority'")]
    [InlineData("priority,", "''")]
    [InlineData("--priority", "'-priority'")]
    [InlineData("priority;units", "'priority;units'")]
    [InlineData("warehouses", "'warehouses'")]
    [InlineData("number,units,version,status", "at most 3")]
    [InlineData("number,-number", "once")]
    public async Task An_order_that_there_is_none_of_is_refused_with_the_reason(string sort, string reason)
    {
        var read = () => OrdersAsync(new(3, null, sort));

        (await read.Should().ThrowAsync<MalformedSortException>()).Which.Message.Should().Contain(reason)
            .And.Match(message => !message.Contains('\'') || OrderSummary.SortFields.All(message.Contains));
    }

    [Fact]
    public async Task A_ledger_has_no_order_but_its_own()
    {
        var read = () => _world.Journal.LedgerAsync("demo", new("A", "WH-1"), new(3, null, "version"));

        await read.Should().ThrowAsync<MalformedSortException>();
    }

    private Task<Page<OrderSummary>> OrdersAsync(PageQuery page) => _read.Models.OrdersAsync("demo", new(), page);

    private Task<Page<ExceptionEntry>> ExceptionsAsync(PageQuery page) =>
        _read.Models.ExceptionsAsync("demo", new(null, null, page), new(Today, Appending.Now));

    private void PlaceAnother(string number, int i) => _world.Place(number, new PlaceOrder(
        $"CUST-{i % 4}", new("FR"), [new(1, "A", 1 + i % 3)], 1 + i % 5,
        i % 3 == 0 ? null : new DateOnly(2026, 12, 1 + i % 7),
        i % 4 == 0 ? OccurredAt.Unknown : _world.Now.AddMinutes(-(i % 5) * 10).ToOffset(new(i % 3, 0, 0))));

    private static async Task EachAsync<T>(Func<PageQuery, Task<Page<T>>> read, Items<string> fields, string[] id)
    {
        var all = (await read(new(1_000))).Items;
        all.Should().HaveCountGreaterThan(2);
        foreach (var sort in fields.Concat(fields.Select(field => "-" + field)))
        {
            (await WalkAsync(read, sort, 3)).Should().Equal(
                SortedValues.InOrder(all, sort, id), "it is sorted by {0}", sort);
        }
    }

    private static async Task<List<T>> WalkAsync<T>(
        Func<PageQuery, Task<Page<T>>> read, string sort, int limit, Func<Task>? between = null)
    {
        var listed = new List<T>();
        for (string? after = null; ;)
        {
            var page = await read(new(limit, after, sort));
            page.Items.Count.Should().BeLessThanOrEqualTo(limit);
            listed.AddRange(page.Items);
            if (page.Next is null)
            {
                return listed;
            }
            after = page.Next;
            await (between?.Invoke() ?? Task.CompletedTask);
        }
    }
}
