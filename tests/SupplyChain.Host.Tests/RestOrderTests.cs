using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed class RestOrderTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task An_order_is_created_replayed_and_refused_with_another_body()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 10);
        var number = _world.Id("O");
        var created = (await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, 4))).Should(201);
        created["status"].GetString().Should().Be("Allocated");
        created["replayed"].GetBoolean().Should().BeFalse();
        created["allocations"][0].GetProperty("why").GetProperty("rule").GetString().Should().Be("onlyCandidate");
        created.Headers.Location!.ToString().Should().Be($"/api/v1/orders/{number}");
        var version = created.Headers.ETag!.ToString();

        var replayed = (await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, 4))).Should(200);
        replayed["replayed"].GetBoolean().Should().BeTrue();
        replayed.Headers.ETag!.ToString().Should().Be(version);

        (await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, 5))).ShouldBeProblem(409, "conflict");
        var stock = await node.SendAsync("GET", $"stock/{sku}");
        stock["totals"].GetProperty("reserved").GetInt64().Should().Be(4);
        stock["totals"].GetProperty("available").GetInt64().Should().Be(6);
    }

    [Fact]
    public async Task A_body_is_the_same_whatever_the_order_of_its_lines_and_the_offset_of_its_instants()
    {
        var warehouse = await _world.WarehouseAsync();
        var (first, second) = (await _world.StockedAsync(warehouse, 5), await _world.StockedAsync(warehouse, 5));
        var number = _world.Id("O");
        var one = $$"""
            {"customer":"A","shipTo":{"country":"FR"},"occurredAt":"2026-01-01T12:00:00+02:00","lines":[
             {"line":1,"sku":"{{first}}","quantity":1},{"line":2,"sku":"{{second}}","quantity":2}]}
            """;
        var other = $$"""
            {"lines":[{"quantity":2,"sku":"{{second}}","line":2},{"line":1,"sku":"{{first}}","quantity":1}],
             "priority":3,"policy":{"allowSplit":true},"occurredAt":"2026-01-01T10:00:00Z",
             "shipTo":{"country":"FR"},"customer":"A"}
            """;
        (await node.SendAsync("PUT", $"orders/{number}", one)).Should(201);
        (await node.SendAsync("PUT", $"orders/{number}", other)).Should(200)["replayed"].GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task Twenty_times_the_same_order_at_once_is_one_order()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 100);
        var number = _world.Id("O");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, 7))));
        answers.Count(answer => answer.Status == 201).Should().Be(1);
        answers.Count(answer => answer.Status == 200 && answer["replayed"].GetBoolean()).Should().Be(19);
        (await node.SendAsync("GET", $"stock/{sku}"))["totals"].GetProperty("reserved").GetInt64().Should().Be(7);
    }

    [Fact]
    public async Task Twenty_buyers_of_the_last_unit_are_one_allocation_and_nineteen_that_wait()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 1);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            node.SendAsync("PUT", $"orders/{_world.Id("O")}", RestWorld.Order(sku, 1))));
        answers.Should().OnlyContain(answer => answer.Status == 201);
        answers.Count(answer => answer["status"].GetString() == "Allocated").Should().Be(1);
        answers.Count(answer => answer["status"].GetString() == "Backordered").Should().Be(19);
        (await node.SendAsync("GET", $"stock/{sku}"))["totals"].GetProperty("available").GetInt64().Should().Be(0);
    }

    [Fact]
    public async Task An_order_that_may_not_wait_is_rejected_and_stays_so()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 1);
        var number = _world.Id("O");
        var body = $$"""
            {"customer":"A","shipTo":{"country":"FR"},"policy":{"allowBackorder":false},
             "lines":[{"line":7,"sku":"{{sku}}","quantity":2}]}
            """;
        var order = (await node.SendAsync("PUT", $"orders/{number}", body)).Should(201);
        order["status"].GetString().Should().Be("Rejected");
        order["rejection"].GetProperty("code").GetString().Should().Be("insufficient-stock");
        order["rejection"].GetProperty("lines").EnumerateArray().Select(line => line.GetInt32()).Should().Equal(7);
        (await node.SendAsync("GET", $"stock/{sku}"))["totals"].GetProperty("reserved").GetInt64().Should().Be(0);
        (await node.SendAsync("PUT", $"orders/{number}", body))
            .Should(200)["status"].GetString().Should().Be("Rejected");
    }

    [Fact]
    public async Task An_order_is_amended_and_cancelled_by_absolute_values()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 10);
        var number = _world.Id("O");
        await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, 4));
        var amended = (await node.SendAsync("PATCH", $"orders/{number}", """{"lines":[{"line":1,"quantity":6}]}"""))
            .Should(200);
        amended["lines"][0].GetProperty("allocated").GetInt64().Should().Be(6);
        (await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, 4))).Should(200)["replayed"].GetBoolean()
            .Should().BeTrue("a replay is held against the body accepted first");
        (await node.SendAsync("PATCH", $"orders/{number}", """{"lines":[{"line":9,"quantity":6}]}"""))
            .ShouldBeProblem(422, "invalid").Errors.Should().Equal(("/lines/0/line", "unknown-line"));
        (await node.SendAsync("POST", $"orders/{number}/cancel", """{"reason":"no need"}""")).Should(200)["status"]
            .GetString().Should().Be("Cancelled");
        (await node.SendAsync("POST", $"orders/{number}/cancel", """{"reason":"no need"}""")).Should(200);
        (await node.SendAsync("GET", $"stock/{sku}"))["totals"].GetProperty("available").GetInt64().Should().Be(10);
    }

    [Fact]
    public async Task A_change_is_refused_when_the_order_is_not_as_it_was_seen()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 10);
        var number = _world.Id("O");
        var version = (await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, 4)))
            .Headers.ETag!.ToString();
        (await node.SendAsync("PATCH", $"orders/{number}", """{"priority":1}""", version)).Should(200);
        (await node.SendAsync("PATCH", $"orders/{number}", """{"priority":2}""", version))
            .ShouldBeProblem(412, "version-mismatch");
        (await node.SendAsync("GET", $"orders/{number}"))["priority"].GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task An_order_goes_its_way_to_the_customer()
    {
        var warehouse = await _world.WarehouseAsync();
        var sku = await _world.StockedAsync(warehouse, 10);
        var (number, shipment) = (_world.Id("O"), _world.Id("S"));
        await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, 4));
        var released = (await node.SendAsync(
            "POST", $"orders/{number}/release",
            $$"""{"shipments":[{"id":"{{shipment}}","lines":[1],"mode":"Air"}]}""")).Should(200);
        released["status"].GetString().Should().Be("Released");
        released["shipments"][0].GetString().Should().Be(shipment);
        (await node.SendAsync("PUT", $"shipments/{shipment}/milestones/M1", """{"kind":"dispatched"}""")).Should(201);
        (await node.SendAsync("GET", $"orders/{number}"))["status"].GetString().Should().Be("Shipped");
        (await node.SendAsync("POST", $"shipments/{shipment}/cancel", """{"reason":"x"}"""))
            .ShouldBeProblem(409, "too-late");
        (await node.SendAsync("PUT", $"shipments/{shipment}/milestones/M2", """{"kind":"delivered"}""")).Should(201);
        (await node.SendAsync("PUT", $"shipments/{shipment}/milestones/M2", """{"kind":"delivered"}"""))
            .Should(200)["replayed"]
            .GetBoolean().Should().BeTrue();
        (await node.SendAsync("PUT", $"shipments/{shipment}/milestones/M2", """{"kind":"picked"}"""))
            .ShouldBeProblem(409, "conflict");
        var order = await node.SendAsync("GET", $"orders/{number}");
        order["status"].GetString().Should().Be("Delivered");
        order["lines"][0].GetProperty("delivered").GetInt64().Should().Be(4);
        (await node.SendAsync("GET", $"stock/{sku}"))["totals"].GetProperty("onHand").GetInt64().Should().Be(6);
    }

    [Fact]
    public async Task A_history_tells_every_event_oldest_first_and_page_by_page()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 10);
        var number = _world.Id("O");
        var version = (await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, 4)))["version"].GetInt64();
        var all = await node.SendAsync("GET", $"orders/{number}/history");
        all.Items.Select(entry => entry.GetProperty("version").GetInt64()).Should().Equal(
            Enumerable.Range(1, (int)version).Select(one => (long)one));
        all.Items[0].GetProperty("data").GetProperty("customer").GetString().Should().Be("ACME");
        var first = await node.SendAsync("GET", $"orders/{number}/history?limit=1");
        var next = await node.SendAsync("GET", $"orders/{number}/history?after={first["next"].GetString()}");
        next.Items.Count.Should().Be((int)version - 1);
        (await node.SendAsync("GET", $"orders/{_world.Id("O")}/history")).ShouldBeProblem(404, "not-found");
    }
}
