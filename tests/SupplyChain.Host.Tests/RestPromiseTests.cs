using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>What was promised at placing is kept by what happens later.</summary>
public sealed class RestPromiseTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    private static string Day(int days) =>
        TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_shipment_and_its_alarm_follow_the_date_of_the_order_until_it_leaves()
    {
        var number = await PlaceAsync(5, 5, $$""","requestedBy":"{{Day(0)}}" """);
        var shipment = await ReleaseAsync(number);
        await AlarmAsync("AtRisk", $"shipment/{shipment}", "Open");

        (await PatchAsync(number, $$"""{"requestedBy":"{{Day(30)}}"}""")).Should(200);
        (await ShipmentAsync(shipment))["promise"].GetString().Should().Be(Day(30));
        await AlarmAsync("AtRisk", $"shipment/{shipment}", "Resolved");

        (await PatchAsync(number, $$"""{"requestedBy":"{{Day(0)}}"}""")).Should(200);
        await AlarmAsync("AtRisk", $"shipment/{shipment}", "Open");

        await MilestoneAsync(shipment, "M-1", """{"kind":"dispatched"}""");
        (await PatchAsync(number, $$"""{"requestedBy":"{{Day(30)}}"}""")).ShouldBeProblem(409, "too-late");
        (await ShipmentAsync(shipment))["promise"].GetString().Should().Be(Day(0));
    }

    [Fact]
    public async Task A_shipment_goes_where_the_order_goes_now()
    {
        var number = await PlaceAsync(5, 5);
        var shipment = await ReleaseAsync(number);
        (await ShipmentAsync(shipment))["mode"].GetString().Should().Be("Truck");

        (await PatchAsync(number, """{"shipTo":{"country":"JP"}}""")).Should(200);

        (await ShipmentAsync(shipment))["mode"].GetString().Should().Be("Air", "it is derived from the distance");
    }

    [Fact]
    public async Task A_closed_warehouse_is_an_alarm_of_a_picked_shipment_until_it_opens()
    {
        var warehouse = await _world.WarehouseAsync();
        var number = await PlaceAsync(5, 5, warehouse: warehouse);
        var shipment = await ReleaseAsync(number);
        await MilestoneAsync(shipment, "M-1", """{"kind":"picked"}""");
        (await node.SendAsync("POST", $"warehouses/{warehouse}/close", """{"reason":"flood"}""")).Status
            .Should().BeOneOf(200, 202);
        await AlarmAsync("WarehouseClosed", $"shipment/{shipment}", "Open");

        (await node.SendAsync("POST", $"warehouses/{warehouse}/open", """{"reason":"dry"}""")).Should(200);

        await AlarmAsync("WarehouseClosed", $"shipment/{shipment}", "Resolved");
        await MilestoneAsync(shipment, "M-2", """{"kind":"dispatched"}""");
        await AlarmAsync("WarehouseClosed", $"shipment/{shipment}", "Resolved");
    }

    [Fact]
    public async Task A_late_order_stays_listed_as_resolved_once_it_is_delivered()
    {
        var number = await PlaceAsync(5, 5, $$""","requestedBy":"{{Day(-2)}}" """);
        await AlarmAsync("Late", $"order/{number}", "Open");

        await MilestoneAsync(await ReleaseAsync(number), "M-1", """{"kind":"delivered"}""");

        await AlarmAsync("Late", $"order/{number}", "Resolved");
    }

    [Fact]
    public async Task A_shipment_that_has_lost_every_unit_is_cancelled_with_nothing_left_to_say()
    {
        var warehouse = await _world.WarehouseAsync();
        var sku = await _world.StockedAsync(warehouse, 5);
        var number = await PlaceAsync(sku, 5);
        var shipment = await ReleaseAsync(number);
        await MilestoneAsync(shipment, "M-1", """{"kind":"picked"}""");

        await AdjustAsync(warehouse, sku, -5);

        await _world.EventuallyAsync($"shipments/{shipment}", answer => Text(answer, "status") == "Cancelled");
        var order = await _world.EventuallyAsync($"orders/{number}", answer => Text(answer, "status") == "Backordered");
        order["shipments"].GetArrayLength().Should().Be(0);
        (await node.SendAsync("PUT", $"shipments/{shipment}/milestones/M-2", """{"kind":"dispatched"}"""))
            .ShouldBeProblem(409, "shipment-cancelled");
    }

    [Fact]
    public async Task A_ship_complete_order_is_not_released_in_parts()
    {
        var warehouse = await _world.WarehouseAsync();
        var (more, less) = (await _world.StockedAsync(warehouse, 5), await _world.StockedAsync(warehouse, 5));
        var amended = await PlaceAsync(more, 5, ""","policy":{"shipComplete":true}""");
        (await PatchAsync(amended, """{"lines":[{"line":1,"quantity":9}]}""")).Should(200);
        await RefusedAsync(amended, "", "ship-complete");

        var shortened = await PlaceAsync(less, 5, ""","policy":{"shipComplete":true}""");
        await AdjustAsync(warehouse, less, -2);
        await _world.EventuallyAsync($"orders/{shortened}", answer =>
            answer["lines"][0].GetProperty("backordered").GetInt64() == 2);
        await RefusedAsync(shortened, "", "ship-complete");

        var parts = await PlaceTwoLinesAsync("""{"shipComplete":true}""");
        await RefusedAsync(parts, """{"shipments":[{"id":"P1","lines":[1]}]}""", "ship-complete");
        (await node.SendAsync("POST", $"orders/{parts}/release")).Should(200);
    }

    [Fact]
    public async Task No_more_shipments_are_made_than_the_customer_accepts()
    {
        var number = await PlaceTwoLinesAsync("""{"maxShipments":1}""");
        var (one, two) = (_world.Id("P"), _world.Id("P"));
        await RefusedAsync(
            number, $$"""{"shipments":[{"id":"{{one}}","lines":[1]},{"id":"{{two}}","lines":[2]}]}""", "max-shipments");
        (await node.SendAsync("POST", $"orders/{number}/release", $$"""{"shipments":[{"id":"{{one}}","lines":[1]}]}"""))
            .Should(200);
        await RefusedAsync(number, $$"""{"shipments":[{"id":"{{two}}","lines":[2]}]}""", "max-shipments");
        (await PatchAsync(number, """{"lines":[{"line":1,"quantity":9}]}""")).ShouldBeProblem(409, "max-shipments");
    }

    [Fact]
    public async Task What_cannot_be_had_is_not_added_to_an_order_without_backorder()
    {
        var number = await PlaceAsync(5, 8, ""","policy":{"allowBackorder":false}""", ordered: 5);
        var before = await OrderAsync(number);

        (await PatchAsync(number, $$"""{"requestedBy":"{{Day(9)}}","lines":[{"line":1,"quantity":9}]}"""))
            .ShouldBeProblem(409, "allow-backorder");
        (await OrderAsync(number)).Body.ToString().Should().Be(before.Body.ToString(), "nothing has changed");

        var grown = (await PatchAsync(number, """{"lines":[{"line":1,"quantity":8}]}""")).Should(200);
        grown["lines"][0].GetProperty("allocated").GetInt64().Should().Be(8);
    }

    private async Task<string> PlaceAsync(
        long quantity, long stock, string more = "", string? warehouse = null, long? ordered = null) =>
        await PlaceAsync(
            await _world.StockedAsync(warehouse ?? await _world.WarehouseAsync(), stock), ordered ?? quantity, more);

    private async Task<string> PlaceAsync(string sku, long quantity, string more = "")
    {
        var number = _world.Id("O");
        (await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, quantity).TrimEnd()[..^1] + more + "}"))
            .Should(201);
        return number;
    }

    private async Task<string> PlaceTwoLinesAsync(string policy)
    {
        var warehouse = await _world.WarehouseAsync();
        var (first, second) = (await _world.StockedAsync(warehouse, 20), await _world.StockedAsync(warehouse, 20));
        var number = _world.Id("O");
        (await node.SendAsync("PUT", $"orders/{number}", $$"""
            {"customer":"ACME","shipTo":{"country":"FR"},"policy":{{policy}},"lines":[
             {"line":1,"sku":"{{first}}","quantity":5},{"line":2,"sku":"{{second}}","quantity":5}]}
            """)).Should(201);
        return number;
    }

    private async Task RefusedAsync(string number, string release, string code)
    {
        await node.SendAsync("POST", $"orders/{number}/release", release.Length == 0 ? null : release);
        var before = await OrderAsync(number); // The command before waited for its turn, so the order is at rest.
        (await node.SendAsync("POST", $"orders/{number}/release", release.Length == 0 ? null : release))
            .ShouldBeProblem(409, code);
        (await OrderAsync(number)).Body.ToString().Should().Be(before.Body.ToString(), "nothing has changed");
    }

    private async Task<string> ReleaseAsync(string number) =>
        (await node.SendAsync("POST", $"orders/{number}/release")).Should(200)["shipments"][0].GetString()!;

    private Task<RestAnswer> PatchAsync(string number, string body) =>
        node.SendAsync("PATCH", $"orders/{number}", body);

    private Task<RestAnswer> OrderAsync(string number) => node.SendAsync("GET", $"orders/{number}");

    private Task<RestAnswer> ShipmentAsync(string id) => node.SendAsync("GET", $"shipments/{id}");

    private async Task MilestoneAsync(string shipment, string id, string body) =>
        (await node.SendAsync("PUT", $"shipments/{shipment}/milestones/{id}", body)).Should(201);

    private async Task AdjustAsync(string warehouse, string sku, long delta) =>
        (await node.SendAsync("PUT", $"adjustments/{_world.Id("A")}", $$"""
            {"warehouse":"{{warehouse}}","sku":"{{sku}}","delta":{{delta}},"reason":"count"}
            """)).Should(201);

    private async Task AlarmAsync(string kind, string entity, string status) => await _world.EventuallyAsync(
        $"exceptions?kind={kind}&limit=1000", answer => answer.Items.Any(item =>
            item.GetProperty("entity").GetString() == entity && item.GetProperty("status").GetString() == status));

    private static string? Text(RestAnswer answer, string member) =>
        answer.Body.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
