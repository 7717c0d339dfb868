using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed class RestInventoryTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task Master_data_is_replaced_and_the_same_again_changes_nothing()
    {
        var id = _world.Id("W");
        (await node.SendAsync("PUT", $"warehouses/{id}", """{"name":"A"}"""))
            .Should(201)["version"].GetInt64().Should().Be(1);
        var again = (await node.SendAsync("PUT", $"warehouses/{id}", """{"name":"A","priority":3}""")).Should(200);
        again["replayed"].GetBoolean().Should().BeTrue();
        again["version"].GetInt64().Should().Be(1);
        var replaced = (await node.SendAsync("PUT", $"warehouses/{id}", """{"name":"B"}""")).Should(200);
        replaced["replayed"].GetBoolean().Should().BeFalse();
        replaced["version"].GetInt64().Should().Be(2);
        (await node.SendAsync("PUT", $"warehouses/{id}", """{"name":"C"}""", "\"1\""))
            .ShouldBeProblem(412, "version-mismatch");
        (await node.SendAsync("GET", $"warehouses/{id}"))["name"].GetString().Should().Be("B");
    }

    [Fact]
    public async Task A_receipt_is_in_stock_when_it_is_answered_and_counts_once()
    {
        var (warehouse, sku, id) = (await _world.WarehouseAsync(), await _world.ProductAsync(), _world.Id("R"));
        var lines = $$"""[{"sku":"{{sku}}","quantity":5},{"sku":"{{sku}}","quantity":2}]""";
        var body = $$"""{"warehouse":"{{warehouse}}","lines":{{lines}}}""";
        (await node.SendAsync("PUT", $"receipts/{id}", body)).Should(201)["posted"].GetBoolean().Should().BeTrue();
        (await node.SendAsync("PUT", $"receipts/{id}", body)).Should(200)["replayed"].GetBoolean().Should().BeTrue();
        (await node.SendAsync("PUT", $"receipts/{id}", body.Replace("5", "6", StringComparison.Ordinal)))
            .ShouldBeProblem(409, "conflict");
        (await node.SendAsync("GET", $"stock/{sku}"))["totals"].GetProperty("onHand").GetInt64().Should().Be(7);
    }

    [Fact]
    public async Task The_lines_of_a_receipt_are_a_set_and_two_equal_lines_are_two()
    {
        var (warehouse, id) = (await _world.WarehouseAsync(), _world.Id("R"));
        var (first, second) = (await _world.ProductAsync(), await _world.ProductAsync());
        string Line(string sku, long quantity) => $$"""{"sku":"{{sku}}","quantity":{{quantity}}}""";
        Task<RestAnswer> Send(params string[] lines) => node.SendAsync(
            "PUT", $"receipts/{id}", $$"""{"warehouse":"{{warehouse}}","lines":[{{string.Join(',', lines)}}]}""");
        (await Send(Line(second, 5), Line(first, 2), Line(first, 2))).Should(201);
        var again = (await Send(Line(first, 2), Line(second, 5), Line(first, 2))).Should(200);
        again["replayed"].GetBoolean().Should().BeTrue();
        (await Send(Line(first, 2), Line(second, 5))).ShouldBeProblem(409, "conflict");
        (await Send(Line(first, 2), Line(second, 5), Line(second, 5))).ShouldBeProblem(409, "conflict");
        (await node.SendAsync("GET", $"stock/{first}"))["totals"].GetProperty("onHand").GetInt64().Should().Be(4);
        (await node.SendAsync("GET", $"stock/{second}"))["totals"].GetProperty("onHand").GetInt64().Should().Be(5);
    }

    [Fact]
    public async Task An_omitted_instant_equals_only_an_omitted_one()
    {
        var (warehouse, sku, id) = (await _world.WarehouseAsync(), await _world.ProductAsync(), _world.Id("R"));
        string Body(string more) =>
            $$"""{"warehouse":"{{warehouse}}","lines":[{"sku":"{{sku}}","quantity":5}]{{more}}}""";
        (await node.SendAsync("PUT", $"receipts/{id}", Body(""))).Should(201);
        (await node.SendAsync("PUT", $"receipts/{id}", Body(""))).Should(200);
        (await node.SendAsync("PUT", $"receipts/{id}", Body(",\"occurredAt\":null"))).ShouldBeProblem(409, "conflict");
    }

    [Fact]
    public async Task A_receipt_of_an_unknown_product_is_named_and_no_line_is_in_stock()
    {
        var (warehouse, sku, id) = (await _world.WarehouseAsync(), await _world.ProductAsync(), _world.Id("R"));
        var answer = await node.SendAsync("PUT", $"receipts/{id}", $$"""
            {"warehouse":"{{warehouse}}","lines":[{"sku":"{{sku}}","quantity":5},{"sku":"NOPE","quantity":5}]}
            """);
        answer.ShouldBeProblem(422, "invalid").Errors.Should().Equal(("/lines/1/sku", "unknown-sku"));
        (await node.SendAsync("GET", $"stock/{sku}"))["totals"].GetProperty("onHand").GetInt64().Should().Be(0);
    }

    [Fact]
    public async Task An_adjustment_below_zero_is_refused_and_may_be_tried_again()
    {
        var warehouse = await _world.WarehouseAsync();
        var (sku, id) = (await _world.StockedAsync(warehouse, 5), _world.Id("A"));
        var body = $$"""{"warehouse":"{{warehouse}}","sku":"{{sku}}","delta":-6,"reason":"count"}""";
        (await node.SendAsync("PUT", $"adjustments/{id}", body)).ShouldBeProblem(409, "below-zero");
        await _world.ReceiveAsync(warehouse, sku, 1);
        (await node.SendAsync("PUT", $"adjustments/{id}", body)).Should(201);
        (await node.SendAsync("GET", $"stock/{sku}"))["totals"].GetProperty("onHand").GetInt64().Should().Be(0);
    }

    [Fact]
    public async Task A_ledger_tells_movements_newest_first()
    {
        var warehouse = await _world.WarehouseAsync();
        var sku = await _world.StockedAsync(warehouse, 5);
        await _world.ReceiveAsync(warehouse, sku, 2);
        var ledger = await _world.EventuallyAsync(
            $"stock/{sku}/{warehouse}/ledger", answer => answer.Status == 200 && answer.Items.Count == 2);
        ledger.Items.Select(entry => entry.GetProperty("onHand").GetInt64()).Should().Equal(7, 5);
        ledger.Items.Select(entry => entry.GetProperty("quantity").GetInt64()).Should().Equal(2, 5);
    }

    [Fact]
    public async Task Closing_a_warehouse_moves_what_depended_on_it_and_says_so()
    {
        var (first, second) = (await _world.WarehouseAsync(), await _world.WarehouseAsync());
        var sku = await _world.StockedAsync(first, 10);
        await node.SendAsync("PUT", $"orders/{_world.Id("O")}", RestWorld.Order(sku, 4));
        await node.SendAsync("PUT", $"orders/{_world.Id("O")}", RestWorld.Order(sku, 5));
        await _world.ReceiveAsync(second, sku, 4);
        var closed = (await node.SendAsync("POST", $"warehouses/{first}/close", """{"reason":"flood"}""")).Should(200);
        (closed["resourcedLines"].GetInt32() + closed["backorderedLines"].GetInt32()).Should().Be(2);
        var again = (await node.SendAsync("POST", $"warehouses/{first}/close", """{"reason":"flood"}""")).Should(200);
        (again["resourcedLines"].GetInt32() + again["backorderedLines"].GetInt32()).Should().Be(0);
        (await node.SendAsync("GET", $"warehouses/{first}"))["status"].GetString().Should().Be("Closed");
        (await node.SendAsync("POST", $"warehouses/{first}/open", """{"reason":"dry"}""")).Should(200);
        (await node.SendAsync("GET", $"warehouses/{first}"))["status"].GetString().Should().Be("Open");
    }
}
