using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>What would happen, asked before it happens.</summary>
public sealed class RestDryRunTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task A_quote_says_what_an_order_would_get_and_reserves_nothing()
    {
        var warehouse = await _world.WarehouseAsync();
        var sku = await _world.StockedAsync(warehouse, 8);

        var quote = (await node.SendAsync("POST", "quotes", RestWorld.Order(sku, 10))).Should(200);

        var line = quote["lines"][0];
        (line.GetProperty("allocated").GetInt64(), line.GetProperty("backordered").GetInt64()).Should().Be((8, 2));
        line.GetProperty("allocations")[0].GetProperty("warehouse").GetString().Should().Be(warehouse);
        line.GetProperty("allocations")[0].GetProperty("why").GetProperty("rule").GetString()
            .Should().Be("onlyCandidate");
        line.GetProperty("promise").GetString().Should().Be(quote["promise"].GetString()).And.NotBeNull();
        line.GetProperty("waits").GetProperty("rejected")[0].GetProperty("reason").GetString().Should().Be("noStock");
        (await node.SendAsync("GET", $"stock/{sku}"))["totals"].GetProperty("reserved").GetInt64().Should().Be(0);
    }

    [Fact]
    public async Task A_quote_is_held_against_the_same_rules_as_an_order()
    {
        (await node.SendAsync("POST", "quotes", RestWorld.Order("NONE-SUCH", 1)))
            .ShouldBeProblem(422, "invalid").Errors.Should().Equal(("/lines/0/sku", "unknown-sku"));
        (await node.SendAsync("POST", "quotes", """{"customer":"A","lines":[]}""")).Status.Should().BeOneOf(400, 422);
    }

    [Fact]
    public async Task Closing_says_which_lines_would_move_and_which_would_wait()
    {
        var (from, to) = (await _world.WarehouseAsync(), await _world.WarehouseAsync());
        var (moving, waiting) = (await _world.StockedAsync(from, 5), await _world.StockedAsync(from, 5));
        var (first, second) = (_world.Id("O"), _world.Id("O"));
        await PlaceAsync(first, moving, 5);
        await PlaceAsync(second, waiting, 5);
        await _world.ReceiveAsync(to, moving, 5);

        var seen = (await node.SendAsync("POST", $"warehouses/{from}/close?dryRun=true", """{"reason":"flood"}"""))
            .Should(200);

        seen["status"].GetString().Should().Be("Closed");
        (seen["resourcedLines"].GetInt32(), seen["backorderedLines"].GetInt32()).Should().Be((1, 1));
        (seen["orders"].GetInt32(), seen["ordersLookedAt"].GetInt32()).Should().Be((2, 2));
        var move = seen["wouldMove"].EnumerateArray().Should().ContainSingle().Subject;
        (Text(move, "order"), Text(move, "sku"), Text(move, "from"), Text(move, "to"))
            .Should().Be((first, moving, from, to));
        var wait = seen["wouldWait"].EnumerateArray().Should().ContainSingle().Subject;
        (Text(wait, "order"), wait.GetProperty("quantity").GetInt64(), Text(wait, "reason"))
            .Should().Be((second, 5, "closed"));
        (await node.SendAsync("GET", $"warehouses/{from}"))["status"].GetString().Should().Be("Open");
        (await node.SendAsync("GET", $"orders/{first}"))["version"].GetInt64().Should().Be(
            (await node.SendAsync("GET", $"orders/{first}/history")).Items.Count);
    }

    [Fact]
    public async Task Amending_and_cancelling_say_what_the_order_would_be()
    {
        var warehouse = await _world.WarehouseAsync();
        var sku = await _world.StockedAsync(warehouse, 8);
        var number = _world.Id("O");
        var version = await PlaceAsync(number, sku, 5);

        var amended = (await node.SendAsync(
            "PATCH", $"orders/{number}?dryRun=true", """{"lines":[{"line":1,"quantity":10}]}""")).Should(200);
        var cancelled = (await node.SendAsync(
            "POST", $"orders/{number}/cancel?dryRun=true", """{"reason":"no"}""")).Should(200);

        amended["lines"][0].GetProperty("allocated").GetInt64().Should().Be(8);
        amended["wouldFill"][0].GetProperty("quantity").GetInt64().Should().Be(3);
        amended["wouldWait"][0].GetProperty("quantity").GetInt64().Should().Be(2);
        cancelled["status"].GetString().Should().Be("Cancelled");
        (await node.SendAsync("GET", $"orders/{number}"))["version"].GetInt64().Should().Be(version);
    }

    [Fact]
    public async Task A_dry_run_is_refused_as_the_command_would_be()
    {
        var warehouse = await _world.WarehouseAsync();
        var sku = await _world.StockedAsync(warehouse, 8);
        var number = _world.Id("O");
        var version = await PlaceAsync(number, sku, 5);

        (await node.SendAsync("POST", $"orders/{number}/cancel?dryRun=true", """{"reason":"no","lines":[7]}"""))
            .ShouldBeProblem(422, "invalid").Errors.Should().Equal(("/lines/0", "unknown-line"));
        (await node.SendAsync("POST", $"orders/{number}/cancel?dryRun=maybe", """{"reason":"no"}""")).Should(400);
        (await node.SendAsync("POST", $"orders/{_world.Id("O")}/resource?dryRun=true")).Should(404);
        (await node.SendAsync(
            "POST", $"orders/{number}/cancel?dryRun=true", """{"reason":"no"}""", ifMatch: $"\"{version + 1}\""))
            .Should(412);
        (await node.SendAsync(
            "PUT", $"adjustments/{_world.Id("A")}?dryRun=true",
            $$"""{"warehouse":"{{warehouse}}","sku":"{{sku}}","delta":-9,"reason":"gone"}"""))
            .ShouldBeProblem(409, "below-zero");
    }

    [Fact]
    public async Task An_adjustment_says_who_would_lose_units_and_is_not_there_afterwards()
    {
        var warehouse = await _world.WarehouseAsync();
        var sku = await _world.StockedAsync(warehouse, 8);
        var number = _world.Id("O");
        await PlaceAsync(number, sku, 6);
        var adjustment = $"adjustments/{_world.Id("A")}";

        var seen = (await node.SendAsync(
            "PUT", $"{adjustment}?dryRun=true",
            $$"""{"warehouse":"{{warehouse}}","sku":"{{sku}}","delta":-5,"reason":"gone"}""",
            ifNoneMatch: "*")).Should(200);

        var wait = seen["wouldWait"].EnumerateArray().Should().ContainSingle().Subject;
        (Text(wait, "order"), wait.GetProperty("quantity").GetInt64()).Should().Be((number, 3));
        (await node.SendAsync("GET", adjustment)).Should(404);
        (await node.SendAsync("GET", $"stock/{sku}"))["totals"].GetProperty("onHand").GetInt64().Should().Be(8);
    }

    [Fact]
    public async Task Sourced_again_an_order_leaves_two_places_for_one_and_again_changes_nothing()
    {
        var (one, two) = (await _world.WarehouseAsync(), await _world.WarehouseAsync());
        var sku = await _world.StockedAsync(one, 3);
        await _world.ReceiveAsync(two, sku, 3);
        var number = _world.Id("O");
        await PlaceAsync(number, sku, 6);
        await _world.ReceiveAsync(one, sku, 3);

        var seen = (await node.SendAsync("POST", $"orders/{number}/resource?dryRun=true")).Should(200);
        var moved = (await node.SendAsync("POST", $"orders/{number}/resource", """{"lines":[1]}""")).Should(200);
        var again = (await node.SendAsync("POST", $"orders/{number}/resource")).Should(200);

        var move = seen["wouldMove"].EnumerateArray().Should().ContainSingle().Subject;
        (Text(move, "from"), Text(move, "to"), move.GetProperty("quantity").GetInt64()).Should().Be((two, one, 3));
        moved["replayed"].GetBoolean().Should().BeFalse();
        moved["lines"][0].GetProperty("allocated").GetInt64().Should().Be(6);
        moved["allocations"].EnumerateArray().Should().OnlyContain(held => Text(held, "warehouse") == one);
        again["replayed"].GetBoolean().Should().BeTrue();
        again["version"].GetInt64().Should().Be(moved["version"].GetInt64());
        (await node.SendAsync("POST", $"orders/{number}/resource", """{"lines":[9]}"""))
            .ShouldBeProblem(422, "invalid").Errors.Should().Equal(("/lines/0", "unknown-line"));
    }

    private async Task<long> PlaceAsync(string number, string sku, long quantity) =>
        (await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, quantity)))
            .Should(201)["version"].GetInt64();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
