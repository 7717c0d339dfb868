using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Entities as they were.</summary>
public sealed class RestPastTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task An_order_is_shown_as_it_was_at_every_version()
    {
        var number = await PlacedAsync(quantity: 4);
        var placed = await OrderAsync(number);
        var amended = (await node.SendAsync("PATCH", $"orders/{number}", """{"priority":1}""")).Should(200);
        (await node.SendAsync("POST", $"orders/{number}/release")).Should(200);

        var version = placed["version"].GetInt64();
        var then = (await node.SendAsync("GET", $"orders/{number}?asOf={version}")).Should(200);
        then.Body.GetRawText().Should().Be(placed.Body.GetRawText());
        (await node.SendAsync("GET", $"orders/{number}?asOf={amended["version"]}")).Should(200)["priority"].GetInt32()
            .Should().Be(1);
        (await OrderAsync(number))["status"].GetString().Should().Be("Released");
        var first = (await node.SendAsync("GET", $"orders/{number}?asOf=1")).Should(200);
        (first["status"].GetString(), first["version"].GetInt64()).Should().Be(("Placed", 1));
        (await node.SendAsync("GET", $"orders/{number}?asOf=999")).Should(404);
    }

    [Fact]
    public async Task An_instant_shows_what_was_known_then()
    {
        var number = await PlacedAsync(quantity: 4);
        var history = (await node.SendAsync("GET", $"orders/{number}/history")).Should(200)["items"];
        var last = history[history.GetArrayLength() - 1].GetProperty("recordedAt").GetString()!;
        (await node.SendAsync("POST", $"orders/{number}/cancel", """{"reason":"wrong"}""")).Should(200);

        var then = (await node.SendAsync("GET", $"orders/{number}?asOf={Uri.EscapeDataString(last)}")).Should(200);
        then["status"].GetString().Should().Be("Allocated");
        (await node.SendAsync("GET", $"orders/{number}?asOf=2001-01-01")).Should(404);
        (await OrderAsync(number))["status"].GetString().Should().Be("Cancelled");
    }

    [Fact]
    public async Task Stock_items_and_shipments_have_a_past_too()
    {
        var warehouse = await _world.WarehouseAsync();
        var sku = await _world.StockedAsync(warehouse, 10);
        var number = _world.Id("O");
        (await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, 4))).Should(201);
        var released = (await node.SendAsync("POST", $"orders/{number}/release")).Should(200);
        var shipment = released["shipments"][0].GetString();
        (await node.SendAsync(
            "PUT", $"shipments/{shipment}/milestones/M", """{"kind":"dispatched"}""")).Should(201);

        var stock = $"stock/{sku}/{warehouse}";
        (await node.SendAsync("GET", $"{stock}?asOf=1")).Should(200)["reserved"].GetInt64().Should().Be(0);
        var now = (await node.SendAsync("GET", stock)).Should(200);
        (now["onHand"].GetInt64(), now["reserved"].GetInt64()).Should().Be((6, 0));
        (await node.SendAsync("GET", $"shipments/{shipment}?asOf=1")).Should(200)["status"].GetString()
            .Should().Be("Planned");
        (await node.SendAsync("GET", $"stock/{sku}/NOWHERE")).Should(404);
    }

    [Fact]
    public async Task A_story_tells_what_every_actor_did_for_the_order_and_for_no_other()
    {
        var warehouse = await _world.WarehouseAsync();
        var sku = await _world.StockedAsync(warehouse, 10);
        var (number, other) = (_world.Id("O"), _world.Id("O"));
        (await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, 12))).Should(201);
        (await node.SendAsync("PUT", $"orders/{other}", RestWorld.Order(sku, 1))).Should(201);
        var released = (await node.SendAsync("POST", $"orders/{number}/release")).Should(200);
        var shipment = released["shipments"][0].GetString();
        (await node.SendAsync(
            "PUT", $"shipments/{shipment}/milestones/M", """{"kind":"dispatched"}""")).Should(201);

        var story = await _world.EventuallyAsync($"orders/{number}/story", answer =>
            Subjects(answer).Contains($"stock/{sku}@{warehouse}: stock.issued")
            && Subjects(answer).Contains($"backlog/{sku}: backlog.queued"));

        Subjects(story).Should().ContainInOrder(
            $"order/{number}: order.placed", $"stock/{sku}@{warehouse}: stock.reserved",
            $"order/{number}: order.allocated", $"shipment/{shipment}: shipment.planned",
            $"stock/{sku}@{warehouse}: stock.issued", $"order/{number}: order.shipped");
        Subjects(story).Should().NotContain(subject => subject.Contains(other));
        story.Items.Select(entry => entry.GetProperty("recordedAt").GetDateTimeOffset()).Should().BeInAscendingOrder();
        story.Items[0].GetProperty("data").GetProperty("customer").GetString().Should().Be("ACME");
        var placing = story.Items[0].GetProperty("correlation").GetString();
        story.Items.Should().Contain(entry =>
            entry.GetProperty("type").GetString() == "stock.reserved"
            && entry.GetProperty("correlation").GetString() == placing);
        var all = await PagedAsync($"orders/{number}/story", 3);
        all.Should().Equal(Subjects(story));
        (await node.SendAsync("GET", $"orders/{_world.Id("O")}/story")).ShouldBeProblem(404, "not-found");
        (await node.SendAsync("GET", $"orders/{number}/story?after=x")).Should(400);
        var history = (await node.SendAsync("GET", $"shipments/{shipment}/history")).Should(200);
        history.Items[0].GetProperty("type").GetString().Should().Be("shipment.planned");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("yesterday")]
    [InlineData("2026-01-01T00:00:00")]
    public async Task What_is_no_moment_is_refused(string then)
    {
        var answer = (await node.SendAsync("GET", $"orders/{_world.Id("O")}?asOf={then}")).Should(400);
        answer["errors"][0].GetProperty("parameter").GetString().Should().Be("asOf");
    }

    private static List<string> Subjects(RestAnswer story) =>
    [
        .. story.Items.Select(entry =>
            $"{entry.GetProperty("subject").GetString()}: {entry.GetProperty("type").GetString()}"),
    ];

    private async Task<List<string>> PagedAsync(string path, int limit)
    {
        List<string> all = [];
        for (var next = ""; next is not null;)
        {
            var page = (await node.SendAsync("GET", $"{path}?limit={limit}{next}")).Should(200);
            all.AddRange(Subjects(page));
            next = page["next"].GetString() is { } after ? $"&after={Uri.EscapeDataString(after)}" : null;
        }

        return all;
    }

    private async Task<RestAnswer> OrderAsync(string number) =>
        (await node.SendAsync("GET", $"orders/{number}")).Should(200);

    private async Task<string> PlacedAsync(long quantity)
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), quantity);
        var number = _world.Id("O");
        (await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, quantity))).Should(201);
        return number;
    }
}
