using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed class RestExceptionTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task A_late_order_is_taken_snoozed_and_resolved_under_the_version_that_was_seen()
    {
        var (order, path) = await LateAsync();
        var seen = (await node.SendAsync("GET", path)).Should(200);
        seen["order"].GetString().Should().Be(order);

        var taken = (await node.SendAsync("PATCH", path, """{"owner":"planning","note":"asked"}""", ifMatch: "\"1\""))
            .Should(200);
        (await node.SendAsync("PATCH", path, """{"owner":"transport"}""", ifMatch: "\"1\""))
            .ShouldBeProblem(412, "version-mismatch");
        var again = (await node.SendAsync("PATCH", path, """{"owner":"planning"}""")).Should(200);

        taken["owner"].GetString().Should().Be("planning");
        again["replayed"].GetBoolean().Should().BeTrue();
        await _world.EventuallyAsync($"exceptions?owner=planning&order={order}", answer => answer.Items.Count == 1);
        var resolved = (await node.SendAsync("PATCH", path, """{"status":"Resolved","reason":"agreed"}""")).Should(200);
        resolved["status"].GetString().Should().Be("Resolved");
        await _world.EventuallyAsync(
            $"exception-count?status=Open&order={order}", answer => answer["exceptions"].GetInt64() == 0);
    }

    [Theory]
    [InlineData("""{"owner":""}""", 422)]
    [InlineData("""{"status":"Resolved"}""", 422)]
    [InlineData("""{"reason":"because"}""", 422)]
    [InlineData("""{"snoozedUntil":"2001-01-01T00:00:00Z"}""", 422)]
    [InlineData("""{"snoozedUntil":"tomorrow"}""", 400)]
    [InlineData("""{"colour":"red"}""", 400)]
    public async Task What_cannot_be_done_about_it_stores_nothing(string body, int status)
    {
        var (_, path) = await LateAsync();

        (await node.SendAsync("PATCH", path, body)).Status.Should().Be(status);
        (await node.SendAsync("GET", path)).Should(200)["version"].GetInt64().Should().Be(1);
    }

    [Fact]
    public async Task A_late_order_whose_arrival_nobody_knows_can_be_sourced_again_until_it_is_resolved()
    {
        var (order, path) = await LateAsync();

        var seen = (await node.SendAsync("GET", path)).Should(200);

        seen["fix"].GetProperty("action").GetString().Should().Be("Resource");
        seen["fix"].GetProperty("preview").GetString().Should().Contain(order);
        (await node.SendAsync("PATCH", path, """{"status":"Resolved","reason":"agreed"}"""))
            .Should(200)["fix"].ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task What_is_no_exception_is_not_found()
    {
        (await node.SendAsync("GET", "exceptions/Late/order/none")).ShouldBeProblem(404, "not-found");
        (await node.SendAsync("PATCH", "exceptions/Late/order/none", """{"owner":"a"}"""))
            .ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public async Task The_list_ranks_by_impact_and_the_count_agrees_with_it()
    {
        var (order, _) = await LateAsync();

        var list = (await node.SendAsync("GET", $"exceptions?sort=-impact&order={order}")).Should(200);
        var count = (await node.SendAsync("GET", $"exception-count?order={order}")).Should(200);

        var impact = list.Items.Single().GetProperty("impact");
        (impact.GetProperty("units").GetInt64(), impact.GetProperty("orders").GetInt64()).Should().Be((5, 1));
        impact.GetProperty("score").GetInt64().Should()
            .Be(5 * 3 * impact.GetProperty("daysLate").GetInt64(), "it is of priority 3");
        (count["exceptions"].GetInt64(), count["units"].GetInt64(), count["orders"].GetInt64()).Should().Be((1, 5, 1));
    }

    private async Task<(string Order, string Path)> LateAsync()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 100);
        var order = _world.Id("O");
        var body = RestWorld.Order(sku, 5).TrimEnd();
        (await node.SendAsync("PUT", $"orders/{order}", $"{body[..^1]},\"requestedBy\":\"2025-01-01\"}}")).Should(201);
        await _world.EventuallyAsync($"exceptions?kind=Late&order={order}", answer => answer.Items.Count == 1);
        return (order, $"exceptions/Late/order/{order}");
    }
}
