using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Absolute means absolute, and again means again.</summary>
public sealed class RestAmendingTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task What_an_order_shows_changes_nothing_when_it_is_sent_back()
    {
        var number = await ClosedShortAsync();
        var shown = await GetAsync(number);
        (shown["lines"][0].GetProperty("quantity").GetInt64(), shown["lines"][0].GetProperty("shipped").GetInt64(),
            shown["lines"][0].GetProperty("cancelled").GetInt64()).Should().Be((10, 4, 6));

        var line = shown["lines"][0];
        var same = $$"""
            {"requestedBy":null,"priority":{{shown["priority"]}},"shipTo":{{shown["shipTo"]}},
             "lines":[{"line":1,"quantity":10,"sku":{{line.GetProperty("sku").GetRawText()}},"requestedBy":null}]}
            """;
        (await PatchAsync(number, same)).Should(200);

        (await GetAsync(number)).Body.ToString().Should().Be(shown.Body.ToString());
    }

    [Fact]
    public async Task A_larger_quantity_orders_the_difference_and_a_smaller_one_is_shown_as_it_was_sent()
    {
        var number = await ClosedShortAsync();
        var more = (await PatchAsync(number, """{"lines":[{"line":1,"quantity":12}]}""")).Should(200)["lines"][0];
        (more.GetProperty("quantity").GetInt64(), more.GetProperty("backordered").GetInt64()).Should().Be((12, 2));

        var less = (await PatchAsync(number, """{"lines":[{"line":1,"quantity":7}]}""")).Should(200)["lines"][0];
        (less.GetProperty("quantity").GetInt64(), less.GetProperty("cancelled").GetInt64()).Should().Be((7, 3));
        (await PatchAsync(number, """{"lines":[{"line":1,"quantity":3}]}""")).ShouldBeProblem(409, "too-late");
    }

    [Fact]
    public async Task An_address_with_a_name_is_the_same_when_it_is_sent_back()
    {
        var number = await PlaceAsync(await _world.StockedAsync(await _world.WarehouseAsync(), 5), 5);
        const string Address = """{"shipTo":{"country":"FR","name":"Anne Martin","address":"1 rue Haute"}}""";
        var version = (await PatchAsync(number, Address)).Should(200)["version"].GetInt64();

        (await PatchAsync(number, Address)).Should(200)["version"].GetInt64().Should().Be(version);
    }

    [Fact]
    public async Task A_wish_that_is_true_already_is_no_error()
    {
        var number = await ClosedShortAsync();
        const string Cancel = """{"reason":"no more of them","lines":[1]}""";
        (await node.SendAsync("POST", $"orders/{number}/cancel", Cancel)).Should(200);
        (await node.SendAsync("POST", $"orders/{number}/cancel", Cancel)).Should(200);

        var delivered = await PlaceAsync(await _world.StockedAsync(await _world.WarehouseAsync(), 5), 5);
        var shipment = await ReleaseAsync(delivered);
        (await node.SendAsync("PUT", $"shipments/{shipment}/milestones/M", """{"kind":"delivered"}""")).Should(201);
        (await PatchAsync(delivered, """{"priority":3,"lines":[{"line":1,"quantity":5}]}""")).Should(200);
        (await PatchAsync(delivered, """{"priority":1}""")).ShouldBeProblem(409, "too-late");
    }

    [Fact]
    public async Task A_member_that_is_null_is_cleared_or_refused()
    {
        var number = await PlaceAsync(await _world.StockedAsync(await _world.WarehouseAsync(), 5), 5);
        const string Dated = """{"requestedBy":"2026-12-01","lines":[{"line":1,"requestedBy":"2026-12-02"}]}""";
        (await PatchAsync(number, Dated)).Should(200)["lines"][0].GetProperty("scheduled").GetString()
            .Should().Be("2026-12-02");

        const string Cleared = """
            {"requestedBy":null,"lines":[{"line":1,"requestedBy":null,"warehouse":null,"value":null}]}
            """;
        var cleared = (await PatchAsync(number, Cleared)).Should(200);
        cleared["lines"][0].GetProperty("scheduled").GetString().Should().Be(
            cleared["lines"][0].GetProperty("promise").GetString());

        foreach (var (body, pointer) in new[]
        {
            ("""{"priority":null}""", "/priority"), ("""{"shipTo":null}""", "/shipTo"),
            ("""{"lines":null}""", "/lines"),
            ("""{"shipTo":{"country":null}}""", "/shipTo/country"),
            ("""{"lines":[{"line":1,"quantity":null}]}""", "/lines/0/quantity"),
            ("""{"lines":[{"line":null}]}""", "/lines/0/line"),
            ("""{"lines":[{"line":1,"sku":null}]}""", "/lines/0/sku"),
        })
        {
            (await PatchAsync(number, body)).Should(422).Errors.Should().Contain((pointer, "invalid"), body);
        }
    }

    [Fact]
    public async Task Lines_can_be_added_to_an_order()
    {
        var warehouse = await _world.WarehouseAsync();
        var number = await PlaceAsync(await _world.StockedAsync(warehouse, 5), 5);
        var sku = await _world.StockedAsync(warehouse, 9);

        var added = $$"""{"lines":[{"line":7,"sku":"{{sku}}","quantity":4,"warehouse":"{{warehouse}}"}]}""";
        var order = (await PatchAsync(number, added)).Should(200);

        order["lines"].GetArrayLength().Should().Be(2);
        order["lines"][1].GetProperty("allocated").GetInt64().Should().Be(4);
        (await PatchAsync(number, added)).Should(200)["version"].GetInt64().Should().Be(order["version"].GetInt64());
        (await PatchAsync(number, """{"lines":[{"line":8,"sku":"NO-SUCH","quantity":4}]}""")).Should(422)
            .Errors.Should().Equal(("/lines/0/sku", "unknown-sku"));
        (await PatchAsync(number, $$"""{"lines":[{"line":8,"sku":"{{sku}}","quantity":4,"warehouse":"NO-SUCH"}]}"""))
            .Should(422).Errors.Should().Equal(("/lines/0/warehouse", "unknown-warehouse"));
        (await PatchAsync(number, """{"lines":[{"line":8,"quantity":4}]}""")).Should(422)
            .Errors.Should().Equal(("/lines/0/line", "unknown-line"));
    }

    [Fact]
    public async Task What_the_supplier_cancels_of_a_delivered_line_was_not_delivered_in_full()
    {
        var ours = await DeliveredShortAsync("");
        var theirs = await DeliveredShortAsync(""","onBehalfOf":"customer" """);

        var notInFull = await _world.EventuallyAsync($"kpis?groupBy=customer", answer => Has(answer, ours));
        var inFull = await _world.EventuallyAsync($"kpis?groupBy=customer", answer => Has(answer, theirs));

        Group(notInFull, ours).GetProperty("onTimePercent").GetDecimal().Should().Be(100);
        Group(notInFull, ours).GetProperty("otifPercent").GetDecimal().Should().Be(0);
        Group(inFull, theirs).GetProperty("otifPercent").GetDecimal().Should().Be(100);

        var wrong = """{"reason":"x","lines":[1],"onBehalfOf":"nobody"}""";
        (await node.SendAsync("POST", $"orders/{await ClosedShortAsync()}/cancel", wrong)).Should(422)
            .Errors.Should().Contain(("/onBehalfOf", "invalid"));
    }

    [Fact]
    public async Task The_fill_rate_counts_an_increase_against_its_own_first_allocation()
    {
        var customer = _world.Id("C");
        var warehouse = await _world.WarehouseAsync();
        var sku = await _world.StockedAsync(warehouse, 40);
        var number = _world.Id("O");
        var body = RestWorld.Order(sku, 10).Replace("ACME", customer);
        (await node.SendAsync("PUT", $"orders/{number}", body)).Should(201);
        (await PatchAsync(number, """{"lines":[{"line":1,"quantity":40}]}""")).Should(200);
        await FillRateAsync(customer, 100);
        (await PatchAsync(number, """{"lines":[{"line":1,"quantity":60}]}""")).Should(200);
        await FillRateAsync(customer, 66.67m);
        (await PatchAsync(number, """{"lines":[{"line":1,"quantity":10}]}""")).Should(200);
        await FillRateAsync(customer, 66.67m);
    }

    private async Task FillRateAsync(string customer, decimal percent) => await _world.EventuallyAsync(
        "kpis?groupBy=customer", answer => Has(answer, customer)
            && Group(answer, customer).GetProperty("fillRatePercent") is { ValueKind: JsonValueKind.Number } rate
            && rate.GetDecimal() == percent);

    private static bool Has(RestAnswer kpis, string customer) =>
        kpis["groups"].EnumerateArray().Any(group => group.GetProperty("key").GetString() == customer);

    private static JsonElement Group(RestAnswer kpis, string customer) =>
        kpis["groups"].EnumerateArray().Single(group => group.GetProperty("key").GetString() == customer);

    /// <summary>Ten ordered, four shipped and delivered in time, six cancelled; answers the customer.</summary>
    private async Task<string> DeliveredShortAsync(string onBehalfOf)
    {
        var customer = _world.Id("C");
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 4);
        var number = _world.Id("O");
        var order = RestWorld.Order(sku, 10).Replace("ACME", customer);
        var body = order.TrimEnd()[..^1] + ""","requestedBy":"2099-01-01"}""";
        (await node.SendAsync("PUT", $"orders/{number}", body)).Should(201);
        var shipment = await ReleaseAsync(number);
        (await node.SendAsync("PUT", $"shipments/{shipment}/milestones/D", """{"kind":"dispatched"}""")).Should(201);
        var cancel = """{"reason":"no more","lines":[1]""" + onBehalfOf + "}";
        (await node.SendAsync("POST", $"orders/{number}/cancel", cancel)).Should(200);
        (await node.SendAsync("PUT", $"shipments/{shipment}/milestones/M", """{"kind":"delivered"}""")).Should(201);
        await _world.EventuallyAsync($"kpis?groupBy=customer", answer => Has(answer, customer)
            && Group(answer, customer).GetProperty("linesDelivered").GetInt64() == 1);
        return customer;
    }

    /// <summary>Ten ordered, four in stock and shipped, the rest cancelled by line.</summary>
    private async Task<string> ClosedShortAsync()
    {
        var number = await PlaceAsync(await _world.StockedAsync(await _world.WarehouseAsync(), 4), 10);
        var shipment = await ReleaseAsync(number);
        (await node.SendAsync("PUT", $"shipments/{shipment}/milestones/M", """{"kind":"dispatched"}""")).Should(201);
        (await node.SendAsync("POST", $"orders/{number}/cancel", """{"reason":"no more of them","lines":[1]}"""))
            .Should(200);
        return number;
    }

    private async Task<string> PlaceAsync(string sku, long quantity)
    {
        var number = _world.Id("O");
        (await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, quantity))).Should(201);
        return number;
    }

    private async Task<string> ReleaseAsync(string number) =>
        (await node.SendAsync("POST", $"orders/{number}/release")).Should(200)["shipments"][0].GetString()!;

    private Task<RestAnswer> PatchAsync(string number, string body) =>
        node.SendAsync("PATCH", $"orders/{number}", body);

    private Task<RestAnswer> GetAsync(string number) => node.SendAsync("GET", $"orders/{number}");
}
