using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed class RestListTests(RestNode node)
{
    private static readonly string[] Lists =
        ["orders", "stock", "warehouses", "products", "shipments", "exceptions", "events"];

    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task Pages_together_are_the_list_each_entry_once()
    {
        var customer = _world.Id("C");
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 100);
        var body = RestWorld.Order(sku, 1).Replace("ACME", customer, StringComparison.Ordinal);
        var placed = new List<string>();
        for (var count = 0; count < 7; count++)
        {
            placed.Add(_world.Id("O"));
            (await node.SendAsync("PUT", $"orders/{placed[^1]}", body)).Should(201);
        }

        await _world.EventuallyAsync($"orders?customer={customer}", answer => answer.Items.Count == 7);
        var seen = new List<string>();
        for (string? after = null, path = $"orders?customer={customer}&limit=3"; path is not null;)
        {
            var page = (await node.SendAsync("GET", path)).Should(200);
            page.Items.Count.Should().BeLessThanOrEqualTo(3);
            seen.AddRange(page.Items.Select(order => order.GetProperty("number").GetString()!));
            after = page["next"].GetString();
            path = after is null ? null : $"orders?customer={customer}&limit=3&after={Uri.EscapeDataString(after)}";
        }

        seen.Should().BeEquivalentTo(placed).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_list_of_orders_is_filtered_by_what_is_asked()
    {
        var (warehouse, customer) = (await _world.WarehouseAsync(), _world.Id("C"));
        var sku = await _world.StockedAsync(warehouse, 1);
        var body = RestWorld.Order(sku, 1).Replace("ACME", customer, StringComparison.Ordinal);
        var (first, second) = (_world.Id("O"), _world.Id("O"));
        await node.SendAsync("PUT", $"orders/{first}", body);
        await node.SendAsync("PUT", $"orders/{second}", body);
        await _world.EventuallyAsync($"orders?customer={customer}&status=Allocated", answer => answer.Items.Count == 1);
        await _world.EventuallyAsync(
            $"orders?customer={customer}&status=Backordered", answer => answer.Items.Count == 1);
        (await NumbersAsync($"customer={customer}&status=Backordered")).Should().Equal(second);
        (await NumbersAsync($"customer={customer}&warehouse={warehouse}")).Should().Equal(first);
        (await NumbersAsync($"sku={sku}")).Should().BeEquivalentTo(first, second);
        (await NumbersAsync($"q={second}")).Should().Equal(second);
        (await NumbersAsync($"customer={customer}&from=2200-01-01")).Should().BeEmpty();
        (await NumbersAsync($"customer={customer}&to=2000-01-01")).Should().BeEmpty();
        (await NumbersAsync($"customer={customer}&unknown=1")).Should().HaveCount(2);
    }

    [Fact]
    public async Task Every_list_answers_and_names_what_is_wrong_with_its_query()
    {
        foreach (var list in Lists)
        {
            (await node.SendAsync("GET", $"{list}?limit=100000")).Should(200);
            (await node.SendAsync("GET", $"{list}?limit=x")).ShouldBeProblem(400, "bad-request")
                .Errors.Single().Where.Should().Be("parameter limit");
            (await node.SendAsync("GET", $"{list}?after=nonsense")).ShouldBeProblem(400, "bad-request")
                .Errors.Single().Where.Should().Be("parameter after", list);
        }
    }

    [Fact]
    public async Task Pages_come_in_the_order_that_is_asked_for_and_a_place_belongs_to_that_order()
    {
        var (sku, customer) = (await _world.StockedAsync(await _world.WarehouseAsync(), 100), _world.Id("C"));
        var placed = new List<(int Priority, string Number)>();
        for (var count = 0; count < 6; count++)
        {
            placed.Add((1 + count % 3, _world.Id("O")));
            var body = RestWorld.Order(sku, 1, placed[^1].Priority);
            (await node.SendAsync(
                "PUT", $"orders/{placed[^1].Number}", body.Replace("ACME", customer, StringComparison.Ordinal)))
                .Should(201);
        }

        await _world.EventuallyAsync($"orders?customer={customer}", answer => answer.Items.Count == 6);
        var path = $"orders?customer={customer}&limit=4&sort=-priority";
        var first = (await node.SendAsync("GET", path)).Should(200);
        var after = Uri.EscapeDataString(first["next"].GetString()!);
        var second = (await node.SendAsync("GET", $"{path}&after={after}")).Should(200);

        first.Items.Concat(second.Items).Select(order => order.GetProperty("number").GetString()).Should().Equal(
            placed.OrderByDescending(one => one.Priority).ThenBy(one => one.Number, StringComparer.Ordinal)
                .Select(one => one.Number));
        second["next"].ValueKind.Should().Be(JsonValueKind.Null);
        foreach (var other in (string[])["", "&sort=priority", "&sort=-priority,number"])
        {
            (await node.SendAsync("GET", $"orders?after={after}{other}")).ShouldBeProblem(400, "bad-request")
                .Errors.Single().Where.Should().Be("parameter after");
        }
    }

    [Theory]
    [InlineData("orders", "-placedAt,number,-status", "number, status, customer, priority, requestedBy, placedAt")]
    [InlineData("stock", "-available,sku", "sku, warehouse, onHand, reserved, available")]
    [InlineData("warehouses", "-status,country", "id, name, latitude, longitude, country")]
    [InlineData("products", "-unitWeightKg", "sku, description, gtin, unitWeightKg, unitVolumeM3")]
    [InlineData("shipments", "status,-eta,promise", "id, order, warehouse, mode, carrier, trackingNumber, status")]
    [InlineData("exceptions", "kind,-units,since", "id, kind, status, entity, since, units, impact")]
    public async Task Every_list_is_sorted_by_fields_of_its_items_and_names_them(
        string list, string sort, string fields)
    {
        (await node.SendAsync("GET", $"{list}?sort={sort}")).Should(200);
        foreach (var faulty in (string[])["colour", "", $"{sort},colour"])
        {
            var answer = (await node.SendAsync("GET", $"{list}?sort={faulty}")).ShouldBeProblem(400, "bad-request");
            answer.Errors.Single().Should().Be(("parameter sort", "invalid"), list);
            answer["errors"][0].GetProperty("message").GetString().Should().Contain(fields);
        }
    }

    [Fact]
    public async Task The_feed_is_read_on_from_where_it_was_left()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 1);
        var all = await ReadAllAsync();
        all.Should().OnlyHaveUniqueItems().And.Contain($"product/{sku}/1");
    }

    [Fact]
    public async Task A_rare_type_is_found_behind_hundreds_of_other_events()
    {
        var start = await EndAsync();
        await Parallel.ForAsync(0, 650, async (_, _) => await _world.ProductAsync());
        var warehouse = await _world.WarehouseAsync();
        var subjects = new List<string>();
        for (var (after, atEnd) = (start, false); !atEnd && !subjects.Contains($"warehouse/{warehouse}");)
        {
            var page = (await node.SendAsync("GET", $"events?types=supplychain.warehouse.*&limit=10&after={after}"))
                .Should(200);
            subjects.AddRange(page["events"].EnumerateArray().Select(one => one.GetProperty("subject").GetString()!));
            (page["events"].GetArrayLength() == 10 || page["atEnd"].GetBoolean()).Should().BeTrue(
                "so few events are looked through within a second");
            (after, atEnd) = (page["next"].GetString()!, page["atEnd"].GetBoolean());
        }

        subjects.Should().Contain($"warehouse/{warehouse}");
    }

    [Fact]
    public async Task A_type_that_no_event_has_is_refused_with_those_there_are()
    {
        foreach (var (types, meant) in ((string, string)[])[
            ("supplychain.order.teleported.v1", "supplychain.order.placed.v1"), ("nothing.*", "supplychain.order.*")])
        {
            var answer = (await node.SendAsync("GET", $"events?types={types}")).ShouldBeProblem(422, "invalid");
            answer.Errors.Single().Where.Should().Be("parameter types");
            answer["errors"][0].GetProperty("message").GetString()
                .Should().Contain(types).And.Contain(meant);
        }
    }

    [Fact]
    public async Task A_filter_that_is_given_twice_lists_what_fits_either()
    {
        var (here, there) = (await _world.WarehouseAsync(), await _world.WarehouseAsync());
        var (first, second) = (await _world.StockedAsync(here, 1), await _world.StockedAsync(there, 1));
        var customer = _world.Id("C");
        foreach (var sku in (string[])[first, second, first])
        {
            (await node.SendAsync("PUT", $"orders/{_world.Id("O")}",
                RestWorld.Order(sku, 1).Replace("ACME", customer, StringComparison.Ordinal))).Should(201);
        }

        await _world.EventuallyAsync($"orders?customer={customer}&customer=nobody", answer => answer.Items.Count == 3);
        (await NumbersAsync($"customer={customer}&status=Allocated&status=Backordered")).Should().HaveCount(3);
        (await NumbersAsync($"sku={first}&sku={second}&status=Backordered&status=Cancelled")).Should().HaveCount(1);
        (await NumbersAsync($"warehouse={here}&warehouse={there}")).Should().HaveCount(2);
        (await node.SendAsync("GET", $"stock?sku={first}&sku={second}")).Should(200).Items.Should().HaveCount(2);
        (await node.SendAsync("GET", $"stock?warehouse={here}&warehouse={there}&sku={first}")).Items
            .Should().HaveCount(1);
    }

    [Fact]
    public async Task What_can_have_one_value_only_is_not_given_two()
    {
        foreach (var list in Lists)
        {
            foreach (var (name, values) in ((string, string)[])[("limit", "1 2"), ("after", "a b")])
            {
                var query = string.Join('&', values.Split(' ').Select(value => $"{name}={value}"));
                (await node.SendAsync("GET", $"{list}?{query}")).ShouldBeProblem(400, "bad-request")
                    .Errors.Single().Should().Be(($"parameter {name}", "duplicate"), list);
            }

            (await node.SendAsync("GET", $"{list}?limit=3&limit=3")).Should(200);
        }
    }

    private async Task<string> EndAsync()
    {
        for (var next = ""; ;)
        {
            var page = (await node.SendAsync("GET", next.Length == 0 ? "events" : $"events?limit=1000&after={next}"))
                .Should(200);
            next = page["next"].GetString()!;
            if (page["atEnd"].GetBoolean())
                return next;
        }
    }

    private async Task<List<string>> ReadAllAsync()
    {
        var ids = new List<string>();
        for (string? after = null; ;)
        {
            var path = after is null ? "events?limit=50" : $"events?limit=50&after={Uri.EscapeDataString(after)}";
            var page = (await node.SendAsync("GET", path)).Should(200);
            if (page["events"].GetArrayLength() == 0)
                return ids;
            ids.AddRange(page["events"].EnumerateArray().Select(one => one.GetProperty("id").GetString()!));
            after = page["next"].GetString();
        }
    }

    private async Task<string[]> NumbersAsync(string query) =>
        [.. (await node.SendAsync("GET", $"orders?{query}")).Should(200).Items
            .Select(order => order.GetProperty("number").GetString()!)];
}
